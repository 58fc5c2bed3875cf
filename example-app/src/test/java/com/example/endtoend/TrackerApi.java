package com.example.endtoend;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The tracker's web API, as a script with a token sees it. */
final class TrackerApi {

    /** Given to the server in its environment, by the build. */
    static final String TOKEN = "end-to-end-token";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI api;
    private final HttpClient client = Exchange.client();

    /** @param application the address of the application's root, with a slash at its end */
    TrackerApi(URI application) {
        api = application.resolve("errors/api/0/");
    }

    /** All issues, whatever became of them. */
    List<JsonObject> issues() {
        return pages("projects/any/any/issues/?limit=100&query=");
    }

    JsonObject issue(String id) {
        return get("issues/" + id + "/").body().asJsonObject();
    }

    /** All events of all issues. */
    List<SeenEvent> events() {
        List<SeenEvent> events = new ArrayList<>();
        for (var issue : issues()) {
            pages("issues/" + issue.getString("id") + "/events/?full=true&limit=100")
                    .forEach(event -> events.add(new SeenEvent(event)));
        }
        return events;
    }

    /** Waits until such an event is there. */
    SeenEvent await(Predicate<SeenEvent> wanted) {
        return await(() -> events().stream().filter(wanted).toList(), found -> !found.isEmpty()).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("No such event among " + events()));
    }

    /** Waits until what is asked for is as it should be; gives what is there when patience ends. */
    static <T> T await(Supplier<T> asked, Predicate<T> asItShould) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var answer = asked.get();
        while (!asItShould.test(answer) && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            answer = asked.get();
        }
        return answer;
    }

    /** @param status {@code resolved}, {@code ignored} or {@code unresolved} */
    void setStatus(String issue, String status) {
        var body = Json.createObjectBuilder().add("status", status).build().toString();
        send(request("issues/" + issue + "/")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }

    /** The status of the answer to a request with this token, for which null is none. */
    int statusWith(String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(api.resolve("projects/any/any/issues/"));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private List<JsonObject> pages(String path) {
        List<JsonObject> all = new ArrayList<>();
        var next = path;
        while (next != null) {
            var page = get(next);
            page.body().asJsonArray().forEach(value -> all.add(value.asJsonObject()));
            next = page.next();
        }
        return all;
    }

    private record Page(JsonValue body, String next) {}

    private Page get(String path) {
        var response = send(request(path).GET());
        try (var reader = Json.createReader(new StringReader(response.body()))) {
            return new Page(reader.readValue(), next(response));
        }
    }

    /** The address of the next page, if there is one, as the Link header says it. */
    private static String next(HttpResponse<?> response) {
        for (var link : String.join(",", response.headers().allValues("Link")).split(",(?=\\s*<)")) {
            if (link.contains("rel=\"next\"") && link.contains("results=\"true\"")) {
                return link.substring(link.indexOf('<') + 1, link.indexOf('>'));
            }
        }
        return null;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(api.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + TOKEN);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AssertionError(
                        "The API answered " + response.statusCode() + " to " + response.uri() + ": " + response.body());
            }
            return response;
        } catch (IOException e) {
            throw new AssertionError("The API did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
