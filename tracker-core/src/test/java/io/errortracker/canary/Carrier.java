package io.errortracker.canary;

import io.errortracker.event.Breadcrumb;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.Mechanism;
import io.errortracker.event.Request;
import io.errortracker.event.StackFrame;
import io.errortracker.event.User;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Where in an event a text can be. */
enum Carrier {
    /** What was said: by the exception, its cause, the log. */
    MESSAGE {
        @Override
        ErrorEvent.Builder put(String text, ErrorEvent.Builder event) {
            return event.message(text)
                    .messageTemplate(text)
                    .exceptions(List.of(
                            exception("shop.PaymentFailed", "while paying: " + text, Map.of()),
                            exception("java.sql.SQLException", text, Map.of())));
        }
    },
    /** What was asked for: query, form that came as one, headers, cookies. */
    REQUEST {
        @Override
        ErrorEvent.Builder put(String text, ErrorEvent.Builder event) {
            String query = "page=2&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
            return event.exceptions(List.of(exception("shop.PaymentFailed", "no", Map.of())))
                    .request(new Request(
                            "POST",
                            "https://shop.example/pay",
                            query,
                            Map.of(
                                    "user-agent", text,
                                    "cookie", text,
                                    "authorization", text,
                                    "x-anything", text,
                                    "referer", "https://shop.example/list?" + query)));
        }
    },
    /** Arguments and local variables, nested. */
    VARIABLES {
        @Override
        ErrorEvent.Builder put(String text, ErrorEvent.Builder event) {
            Map<String, Object> order = Map.of("lines", List.of(Map.of("note", text), text), "remark", text);
            return event.exceptions(
                    List.of(exception("shop.PaymentFailed", "no", Map.of("order", order, "note", text))));
        }
    },
    /** What happened before. */
    BREADCRUMB {
        @Override
        ErrorEvent.Builder put(String text, ErrorEvent.Builder event) {
            return event.exceptions(List.of(exception("shop.PaymentFailed", "no", Map.of())))
                    .breadcrumb(new Breadcrumb(
                                    null,
                                    text,
                                    text,
                                    text,
                                    io.errortracker.event.Level.INFO,
                                    Map.of(
                                            "statement",
                                            text,
                                            "url",
                                            "https://x.example/?a=" + URLEncoder.encode(text, StandardCharsets.UTF_8)))
                            .at(Instant.EPOCH));
        }
    },
    /** Whatever else the application or another SDK tells. */
    DETAILS {
        @Override
        ErrorEvent.Builder put(String text, ErrorEvent.Builder event) {
            ExceptionInfo thrown = new ExceptionInfo(
                    "shop",
                    "PaymentFailed",
                    "no",
                    new Mechanism(text, false, null, 0, -1, Map.of("note", text)),
                    List.of());
            return event.exceptions(List.of(thrown))
                    .logger(text)
                    .threadName(text)
                    .tag("note", text)
                    .extra("state", Map.of("seen", List.of(text)))
                    .context("checkout", Map.of("note", text))
                    .fingerprint(List.of("checkout", text))
                    .user(User.withId("42").data("note", text));
        }
    };

    abstract ErrorEvent.Builder put(String text, ErrorEvent.Builder event);

    private static ExceptionInfo exception(String type, String message, Map<String, Object> variables) {
        StackFrame frame = StackFrame.java("shop.Checkout", "pay", "Checkout.java", 17, true);
        return ExceptionInfo.ofClass(
                type, message, Mechanism.of("jaxrs", false), List.of(frame.withVariables(variables)));
    }
}
