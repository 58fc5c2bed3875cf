<%@ page contentType="text/html;charset=UTF-8" isErrorPage="true" session="false" %><!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Sorry · Leaf &amp; Kettle</title>
  <link rel="stylesheet" href="${pageContext.request.contextPath}/shop.css">
</head>
<body class="quiet">
  <main class="slip">
    <h1>Sorry, the kettle boiled over.</h1>
    <p>Something went wrong on our side, not on yours. We have made a note of it.</p>
    <p><a href="${pageContext.request.contextPath}/">Back to the shop</a></p>
  </main>
</body>
</html>
