package io.errortracker.ui;

import io.errortracker.event.Breadcrumb;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.Level;
import io.errortracker.event.Mechanism;
import io.errortracker.event.Request;
import io.errortracker.event.SourceContext;
import io.errortracker.event.StackFrame;
import io.errortracker.event.User;
import io.errortracker.issue.Issue;
import io.errortracker.issue.IssueStatus;
import io.errortracker.store.Activity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Issues and events that hold one text wherever an event can hold text. */
final class HostileShop {
    private HostileShop() {}

    /** An issue for each text; its short id is {@code H-} and its number. */
    static InMemoryIssueStore of(List<String> texts) {
        InMemoryIssueStore store = new InMemoryIssueStore(SampleShop.CLOCK);
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            List<Activity> done = List.of(
                    new Activity(SampleShop.NOW.minusSeconds(60), Activity.Kind.REGRESSED, text, text),
                    new Activity(SampleShop.NOW.minusSeconds(90), Activity.Kind.RESOLVED, text, text));
            store.add(issue(i + 1, text), List.of(event(i + 1, text)), new long[] {1, 2, 3}, done);
        }
        return store;
    }

    private static Issue issue(long id, String text) {
        return new Issue(
                id,
                "H-" + id,
                "0".repeat(32),
                1,
                text,
                text,
                text,
                text,
                Level.ERROR,
                text,
                IssueStatus.UNRESOLVED,
                false,
                SampleShop.NOW.minusSeconds(3600),
                SampleShop.NOW.minusSeconds(id),
                text,
                text,
                6,
                1,
                null);
    }

    private static ErrorEvent event(long id, String text) {
        SourceContext source = new SourceContext(List.of(text), text, List.of(text));
        StackFrame known = new StackFrame("app." + text, text, text, text, 3, 1, true, values(text), source);
        StackFrame unknown = new StackFrame(null, text, null, text, 0, 0, false, Map.of(), null);
        StackFrame server = StackFrame.java("org." + text + ".Server", text, text, 7, false);
        Mechanism mechanism = new Mechanism(text, false, null, 0, -1, Map.of(text, text));
        ExceptionInfo thrown =
                new ExceptionInfo(text, text, text, mechanism, List.of(known, unknown, server, server, known));
        ErrorEvent.Builder event = ErrorEvent.builder(String.format("%032x", id), SampleShop.NOW.minusSeconds(id))
                .logger(text)
                .environment(text)
                .release(text)
                .dist(text)
                .serverName(text)
                .transaction(text)
                .message(text)
                .exceptions(List.of(thrown, thrown.withValue(null)))
                .user(new User(text, text, text, text, values(text)))
                .request(new Request(text, text, query(text), Map.of("user-agent", text, text, text)))
                .tag(text, text)
                .tag("link", text)
                .extra(values(text))
                .context(text, values(text))
                .context("response", Map.of("status_code", text))
                .context("jta", Map.of("status", text))
                .context("limits", Map.of("cut", List.of(text)))
                .modules(Map.of(text, text))
                .sdk(text)
                .threadName(text);
        Breadcrumb crumb = Breadcrumb.of(text, text).type(text).data(text, text).at(SampleShop.NOW);
        return event.breadcrumb(crumb).build();
    }

    /** One name with one value, whatever the text. */
    private static String query(String text) {
        String part = text.replace("&", "%26").replace("=", "%3D");
        return part + "=" + part;
    }

    private static Map<String, Object> values(String text) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(text, text);
        values.put("list", List.of(text, Map.of(text, text)));
        return values;
    }
}
