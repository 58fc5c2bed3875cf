<%@ page contentType="text/html;charset=UTF-8" %><%@ taglib prefix="c" uri="jakarta.tags.core" %><!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Sign in · Leaf &amp; Kettle</title>
  <link rel="stylesheet" href="${pageContext.request.contextPath}/shop.css">
</head>
<body class="quiet">
  <main class="slip">
    <h1>Sign in</h1>
    <c:if test="${refused}"><p class="refused" role="alert">That name and password do not belong together.</p></c:if>
    <form method="post" action="${pageContext.request.contextPath}/signin" class="fields">
      <label>Name <input name="name" autocomplete="username" required autofocus></label>
      <label>Password <input name="password" type="password" autocomplete="current-password" required></label>
      <button>Sign in</button>
    </form>
    <p class="hint">This is a demonstration: <b>ada</b> with <code>tea-time</code> is a customer,
      <b>grace</b> with <code>kettle-on</code> owns the shop.</p>
    <p><a href="${pageContext.request.contextPath}/">Back to the shop</a></p>
  </main>
</body>
</html>
