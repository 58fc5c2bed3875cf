<%@ page contentType="text/html;charset=UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<c:set var="root" value="${pageContext.request.contextPath}"/>
<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>Leaf &amp; Kettle</title>
  <link rel="icon" href="${root}/cup.svg" type="image/svg+xml">
  <link rel="stylesheet" href="${root}/shop.css">
  <script src="${root}/shop.js" defer></script>
</head>
<body>
<header class="top">
  <a class="brand" href="${root}/"><img src="${root}/cup.svg" alt="" width="32" height="32"> Leaf &amp; Kettle</a>
  <nav aria-label="Shop">
    <a href="#teas">Teas</a>
    <a href="#failures">Ten failures</a>
    <a href="${root}/front-end/index.html">Front end</a>
    <a href="${root}/errors" class="strong">Errors</a>
  </nav>
  <div class="visitor">
    <span class="basket" title="Bags in your basket"><span id="bags">${bags}</span> in the basket</span>
    <c:choose>
      <c:when test="${pageContext.request.userPrincipal != null}">
        <form method="post" action="${root}/signout">
          <span class="who"><c:out value="${pageContext.request.userPrincipal.name}"/><c:if test="${pageContext.request.isUserInRole('admin')}"> (owner)</c:if></span>
          <button class="link">Sign out</button>
        </form>
      </c:when>
      <c:otherwise><a href="${root}/signin">Sign in</a></c:otherwise>
    </c:choose>
  </div>
</header>

<section class="hero">
  <div>
    <h1>Good tea.<br>Instructive failures.</h1>
    <p>A small shop that works until you ask it not to. Press one of ten buttons, watch it break, then open
      <a href="${root}/errors">${root}/errors</a> and see what there is to know about it.</p>
    <p><a class="cta" href="#failures">Break something</a></p>
  </div>
  <img src="${root}/cup.svg" alt="" width="220" height="220">
</section>

<main>
  <section id="teas">
    <h2>On the shelf</h2>
    <ul class="teas">
      <c:forEach var="tea" items="${teas}">
        <li class="tea ${tea.colour}">
          <span class="leaf" aria-hidden="true"></span>
          <h3><c:out value="${tea.name}"/><c:if test="${tea.sku == teaOfTheHour}"> <span class="badge">tea of the hour</span></c:if></h3>
          <p class="origin"><c:out value="${tea.origin}"/></p>
          <div class="buy">
            <c:choose>
              <c:when test="${tea.price != null}">
                <span class="price"><fmt:formatNumber value="${tea.price}" minFractionDigits="2"/> € <small>/ 100 g</small></span>
                <form method="post" action="${root}/api/basket/${tea.sku}" target="answer">
                  <input type="hidden" name="grams" value="100">
                  <button class="small">Add<span class="sr"> <c:out value="${tea.name}"/></span></button>
                </form>
              </c:when>
              <c:otherwise><span class="price unpriced">not priced yet</span><a class="small" href="#no-price">Try it</a></c:otherwise>
            </c:choose>
          </div>
        </li>
      </c:forEach>
    </ul>
    <form class="checkout" method="post" action="${root}/api/orders" target="answer">
      <input type="hidden" name="validUntil" value="2099-12">
      <button>Check out with a good card</button>
      <span class="hint">This one works.</span>
    </form>
  </section>

  <section id="failures">
    <h2>Ten ways to fail</h2>
    <p class="lead">Each button makes one honest mistake in one part of Jakarta EE, and each yields exactly one event.
      Sign in first if you want to see your name beside it.</p>
    <ol class="failures">
      <c:forEach var="failure" items="${failures}">
        <li class="failure" id="${failure.id}">
          <h3><span class="number" aria-hidden="true">${failure.number}</span><c:out value="${failure.title}"/></h3>
          <dl>
            <dt>What happens</dt><dd><c:out value="${failure.what}"/></dd>
            <dt>Look for</dt><dd><c:out value="${failure.look}"/></dd>
          </dl>
          <form method="${failure.method}" action="${root}${failure.path}" target="answer" data-title="<c:out value='${failure.title}'/>">
            <c:forEach var="field" items="${failure.fields}"><input type="hidden" name="${field.key}" value="<c:out value='${field.value}'/>"></c:forEach>
            <button><c:out value="${failure.button}"/></button>
            <code><c:out value="${failure.method == 'post' ? 'POST ' : 'GET '}${failure.path}"/></code>
          </form>
        </li>
      </c:forEach>
    </ol>
  </section>

  <section id="counted">
    <h2>Counted, not kept</h2>
    <p class="lead">The caller's own mistakes are no errors of the shop. They are counted, and not stored.</p>
    <div class="row">
      <form method="get" action="${root}/api/teas" target="answer"><input type="hidden" name="limit" value="many"><button class="small">Ask for “many” teas</button></form>
      <form method="get" action="${root}/api/teas/coffee" target="answer"><button class="small">Ask for coffee</button></form>
      <form method="post" action="${root}/api/teas" target="answer"><button class="small">Post where one may only read</button></form>
    </div>
  </section>
</main>

<aside class="answer" id="answer-panel" aria-label="The shop's answer">
  <div class="bar"><h2>The shop's answer</h2><span id="answer-status" role="status"></span><button id="answer-close" class="link" hidden>Close</button></div>
  <pre id="answer-text" hidden></pre>
  <iframe name="answer" id="answer-frame" title="The shop's answer"></iframe>
  <p class="see"><a href="${root}/errors">See it at ${root}/errors</a></p>
</aside>

<footer><p>Leaf &amp; Kettle is the example application of the Error Tracker for Jakarta EE. No tea is sold here.</p></footer>
</body>
</html>
