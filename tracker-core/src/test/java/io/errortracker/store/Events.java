package io.errortracker.store;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.Mechanism;
import io.errortracker.event.StackFrame;
import io.errortracker.event.User;
import io.errortracker.issue.Fingerprint;
import io.errortracker.issue.GroupedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Makes events for tests: the type decides the issue. */
public final class Events {
    private Events() {}

    public static GroupedEvent of(String type, Instant when) {
        return of(type, when, event -> {});
    }

    public static GroupedEvent of(String type, Instant when, Consumer<ErrorEvent.Builder> more) {
        ErrorEvent.Builder event = ErrorEvent.builder(ErrorEvent.newId(), when)
                .environment("production")
                .release("1.0")
                .transaction("GET /things/{id}")
                .exceptions(List.of(
                        new ExceptionInfo("shop", type, "it failed", Mechanism.of("jaxrs", false), frames(type))));
        more.accept(event);
        return grouped(event.build(), type, "it failed");
    }

    public static GroupedEvent grouped(ErrorEvent event, String type, String value) {
        Fingerprint fingerprint = new Fingerprint(hash(type), 1, List.of("type " + type, "frame Shop.sell"));
        return new GroupedEvent(event, fingerprint, type, value, "Shop.sell");
    }

    public static GroupedEvent by(String user, String type, Instant when) {
        return of(type, when, event -> event.user(User.withId(user)));
    }

    public static Batch stored(GroupedEvent... events) {
        return new Batch(List.of(events), List.of(), List.of());
    }

    public static Batch stored(List<GroupedEvent> events) {
        return new Batch(events, List.of(), List.of());
    }

    public static List<GroupedEvent> many(int count, String type, Instant when) {
        return new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> of(type, when.plusMillis(i)))
                .toList());
    }

    public static String hash(String type) {
        String hex = java.util.HexFormat.of().formatHex(type.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return ("0".repeat(32) + hex).substring(hex.length());
    }

    private static List<StackFrame> frames(String type) {
        return IntStream.range(0, 30)
                .mapToObj(i -> StackFrame.java("shop." + type + i, "method" + i, type + ".java", 10 + i, i < 3))
                .toList();
    }
}
