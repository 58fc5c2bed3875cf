package com.example.endtoend;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** One event as the web API tells it. */
record SeenEvent(JsonObject json) {

    String issue() {
        return json.getString("groupID");
    }

    String culprit() {
        return json.getString("culprit");
    }

    /** The exception that was thrown; its causes come before it in Sentry's order. */
    JsonObject thrown() {
        var exceptions = exceptions();
        return exceptions.isEmpty() ? JsonValue.EMPTY_JSON_OBJECT : exceptions.get(exceptions.size() - 1);
    }

    /** Thrown last, innermost cause first. */
    List<JsonObject> exceptions() {
        return entry("exception")
                .map(entry -> entry.getJsonArray("values").getValuesAs(JsonObject.class))
                .orElse(List.of());
    }

    List<String> types() {
        return exceptions().stream()
                .map(exception -> exception.getString("type"))
                .toList();
    }

    String value() {
        return text(thrown(), "value");
    }

    String mechanism() {
        return text(thrown().getJsonObject("mechanism"), "type");
    }

    /** {@code true}, {@code false} or {@code null}. */
    String handled() {
        return thrown().getJsonObject("mechanism").get("handled").toString();
    }

    String message() {
        return json.getString("message");
    }

    String user() {
        return json.get("user") instanceof JsonObject user ? text(user, "username") : null;
    }

    String method() {
        return entry("request").map(request -> text(request, "method")).orElse(null);
    }

    /** With its query. */
    String url() {
        return entry("request").map(SeenEvent::url).orElse(null);
    }

    private static String url(JsonObject request) {
        var url = new StringBuilder(text(request, "url"));
        var separator = '?';
        for (var pair : request.getJsonArray("query").getValuesAs(JsonArray.class)) {
            url.append(separator).append(pair.getString(0)).append('=').append(pair.getString(1));
            separator = '&';
        }
        return url.toString();
    }

    /** The value of one parameter of the query; null when there is none. */
    String queryParameter(String name) {
        return entry("request").stream()
                .flatMap(request -> request.getJsonArray("query").getValuesAs(JsonArray.class).stream())
                .filter(pair -> pair.getString(0).equals(name))
                .map(pair -> pair.getString(1))
                .findFirst()
                .orElse(null);
    }

    String tag(String key) {
        return json.getJsonArray("tags").getValuesAs(JsonObject.class).stream()
                .filter(tag -> tag.getString("key").equals(key))
                .map(tag -> tag.getString("value"))
                .findFirst()
                .orElse(null);
    }

    String entryPoint() {
        return tag("transaction");
    }

    JsonObject context(String name) {
        return json.getJsonObject("contexts").getJsonObject(name);
    }

    JsonObject extra() {
        return json.getJsonObject("context");
    }

    List<String> breadcrumbs() {
        return entry("breadcrumbs").stream()
                .flatMap(entry -> entry.getJsonArray("values").getValuesAs(JsonObject.class).stream())
                .map(crumb -> text(crumb, "message"))
                .toList();
    }

    /** What the application asked other services: method, path below the application's, status. */
    List<String> calls() {
        return entry("breadcrumbs").stream()
                .flatMap(entry -> entry.getJsonArray("values").getValuesAs(JsonObject.class).stream())
                .filter(crumb -> "http".equals(text(crumb, "type")))
                .map(crumb -> crumb.getJsonObject("data"))
                .map(call -> text(call, "method")
                        + text(call, "url").replaceFirst("http://[^/]+/[^/]+", " ")
                        + (call.containsKey("status_code") ? " " + call.getInt("status_code") : " without a status"))
                .toList();
    }

    /** The arguments told of a frame such as {@code PriceList.priceOf}, whichever exception of the chain it is in. */
    JsonObject arguments(String frame) {
        return exceptions().stream()
                .filter(exception -> exception.get("stacktrace") instanceof JsonObject)
                .flatMap(exception -> exception.getJsonObject("stacktrace").getJsonArray("frames").stream())
                .map(JsonValue::asJsonObject)
                .filter(candidate -> name(candidate).endsWith("." + frame))
                .map(candidate -> candidate.get("vars"))
                .filter(JsonObject.class::isInstance)
                .map(JsonValue::asJsonObject)
                .findFirst()
                .orElse(JsonValue.EMPTY_JSON_OBJECT);
    }

    private static String name(JsonObject frame) {
        return text(frame, "module") + "." + text(frame, "function");
    }

    private Optional<JsonObject> entry(String type) {
        return json.getJsonArray("entries").getValuesAs(JsonObject.class).stream()
                .filter(entry -> entry.getString("type").equals(type))
                .map(entry -> entry.getJsonObject("data"))
                .findFirst();
    }

    private static String text(JsonObject object, String name) {
        return object != null && object.get(name) instanceof JsonString text ? text.getString() : null;
    }

    @Override
    public String toString() {
        return types() + " " + value() + " by " + (exceptions().isEmpty() ? "-" : mechanism()) + " at " + culprit()
                + " in " + method() + " " + url();
    }
}
