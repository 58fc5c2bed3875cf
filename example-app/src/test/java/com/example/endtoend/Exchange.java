package com.example.endtoend;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One request to a host application.
 *
 * @param path below the context path, without a slash in front
 * @param headers as sent
 * @param body null for none
 */
record Exchange(String method, String path, Map<String, String> headers, String body) {

    /** What differs between two answers of one and the same application: times, and the names of sessions. */
    private static final List<String> VARYING = List.of("date", "last-modified", "etag", "set-cookie");

    /** Some servers print stack traces into their own error pages; every filter there is adds frames to those. */
    private static final Pattern FRAME =
            Pattern.compile("(?:\\s*at |\n\t)(?:\\[internal classes]|[\\w.$/@<>&#;-]+\\([^)\\n]*\\))(?:<br/?>)?");

    private static final Pattern MORE = Pattern.compile("\\.\\.\\. \\d+ more");

    static Exchange get(String path) {
        return new Exchange("GET", path, Map.of(), null);
    }

    static Exchange post(String path, String type, String body) {
        return new Exchange("POST", path, Map.of("Content-Type", type), body);
    }

    Exchange with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new Exchange(method, path, more, body);
    }

    static HttpClient client() {
        return HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /** Sends it as it is. */
    Answer send(HttpClient client, URI root) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(root.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            var response = client.send(request.build(), BodyHandlers.ofByteArray());
            var shown = new TreeMap<>(response.headers().map());
            VARYING.forEach(shown::remove);
            return new Answer(
                    response.statusCode(), shown, new String(response.body(), StandardCharsets.ISO_8859_1), null);
        } catch (java.net.http.HttpTimeoutException e) {
            throw e;
        } catch (IOException e) {
            return new Answer(0, Map.of(), "", "broken off");
        }
    }

    /** What came back; {@code brokenOff} when the connection ended before the answer did. */
    record Answer(int status, Map<String, List<String>> headers, String body, String brokenOff) {

        /** The same answer of an application of another name, where both names are equally long. */
        Answer named(String name, String other) {
            var renamed = new TreeMap<String, List<String>>();
            headers.forEach((header, values) -> renamed.put(
                    header,
                    values.stream().map(value -> value.replace(name, other)).toList()));
            return new Answer(status, renamed, body.replace(name, other), brokenOff);
        }

        /** The same answer without stack frames, and without the headers of length that they change. */
        Answer withoutFrames() {
            var shorter = MORE.matcher(FRAME.matcher(body).replaceAll("")).replaceAll("");
            if (shorter.equals(body)) {
                return this;
            }
            var without = new TreeMap<>(headers);
            without.remove("content-length");
            without.remove("transfer-encoding");
            return new Answer(status, without, shorter, brokenOff);
        }
    }

    @Override
    public String toString() {
        return method + " " + path + (headers.isEmpty() ? "" : " " + headers);
    }
}
