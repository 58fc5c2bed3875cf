package io.errortracker.benchmarks.store;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.Mechanism;
import io.errortracker.event.Request;
import io.errortracker.event.StackFrame;
import io.errortracker.event.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Events as a shop makes them: sixty frames, a request, a user, a message of their own. */
final class SampleEvent {
    private SampleEvent() {}

    static ErrorEvent of(int number, int issue, Instant when) {
        return builder(number, issue, when).build();
    }

    static ErrorEvent.Builder builder(int number, int issue, Instant when) {
        List<StackFrame> frames = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String module = i == 0 ? "shop.catalog.Teas" + issue : "org.server.layer" + i % 7 + ".Handler" + i;
            frames.add(StackFrame.java(module, "method" + i, "File" + i + ".java", 10 + i, i % 10 == 0));
        }
        return ErrorEvent.builder(ErrorEvent.newId(when), when)
                .environment("production")
                .release("1.4.2")
                .transaction("GET /teas/{id}")
                .user(User.withId(String.valueOf(number % 500)))
                .request(new Request(
                        "GET", "http://shop.example/teas/" + number, "page=2", Map.of("user-agent", "Firefox")))
                .exceptions(List.of(ExceptionInfo.ofClass(
                        "shop.catalog.NoPrice", "No price for tea " + number, Mechanism.of("jaxrs", false), frames)))
                .tag("section", "catalog")
                .extra("grams", 250);
    }
}
