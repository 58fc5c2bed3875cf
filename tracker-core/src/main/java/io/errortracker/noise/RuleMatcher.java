package io.errortracker.noise;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.Request;
import io.errortracker.store.IgnoreRule.Criteria;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says whether an event meets all criteria of a rule. Takes time linear in the event. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class RuleMatcher implements Predicate<ErrorEvent> {
    private static final int LONGEST = 300;

    private final List<Predicate<ErrorEvent>> demands;

    private RuleMatcher(List<Predicate<ErrorEvent>> demands) {
        this.demands = demands;
    }

    /** @throws BrokenRuleException for the first criterion that cannot be read; and when there is none at all */
    public static RuleMatcher of(Criteria criteria) {
        List<Predicate<ErrorEvent>> demands = new ArrayList<>();
        for (Criterion criterion : Criterion.values()) {
            String value = criterion.of(criteria);
            if (value.length() > LONGEST) {
                throw new BrokenRuleException(criterion, value.substring(0, 20) + "…", "300 characters at most");
            }
            if (!value.isEmpty()) {
                demands.add(demand(criterion, value));
            }
        }
        if (demands.isEmpty()) {
            throw new BrokenRuleException(
                    Criterion.EXCEPTION, "", "given, or one of the others: a rule of nothing would ignore all");
        }
        return new RuleMatcher(List.copyOf(demands));
    }

    @Override
    public boolean test(ErrorEvent event) {
        return demands.stream().allMatch(demand -> demand.test(event));
    }

    private static Predicate<ErrorEvent> demand(Criterion criterion, String value) {
        return switch (criterion) {
            case EXCEPTION -> exception(value);
            case MESSAGE -> message(value);
            case ROUTE -> {
                Wildcard route = new Wildcard(value);
                yield event -> routes(event).anyMatch(route::matches);
            }
            case STATUS -> {
                StatusCodes codes = StatusCodes.of(value);
                yield event -> codes.hold(ClientFault.status(event));
            }
            case USER_AGENT -> userAgent(value);
            case ENTRY_POINT -> {
                Wildcard entry = new Wildcard(value);
                yield event -> entries(event).anyMatch(entry::matches);
            }
        };
    }

    private static Predicate<ErrorEvent> exception(String name) {
        boolean isName = name.chars().allMatch(c -> Character.isJavaIdentifierPart(c) || c == '.');
        if (!isName) {
            throw new BrokenRuleException(Criterion.EXCEPTION, name, Criterion.EXCEPTION.rule());
        }
        return event -> event.exceptions().stream().anyMatch(exception -> exception.isA(name));
    }

    private static Predicate<ErrorEvent> message(String text) {
        MessagePattern pattern = MessagePattern.of(text);
        return event -> pattern.isIn(event.message())
                || event.exceptions().stream().anyMatch(exception -> pattern.isIn(exception.value()));
    }

    private static Predicate<ErrorEvent> userAgent(String part) {
        Wildcard anywhere = new Wildcard("*" + part.toLowerCase(Locale.ROOT) + "*");
        return event -> {
            Request request = event.request();
            String agent = request == null ? null : request.header("user-agent");
            return agent != null && anywhere.matches(agent.toLowerCase(Locale.ROOT));
        };
    }

    /** {@code GET /orders/{id}}, {@code /orders/{id}}, {@code GET /shop/orders/7}, {@code /shop/orders/7}. */
    private static Stream<String> routes(ErrorEvent event) {
        Request request = event.request();
        String path = Requests.path(request);
        String method = request == null ? null : request.method();
        return present(
                event.transaction(),
                withoutMethod(event.transaction()),
                path,
                path == null || method == null ? null : method + " " + path);
    }

    private static @Nullable String withoutMethod(@Nullable String route) {
        int path = route == null ? -1 : route.indexOf(" /");
        return route == null || path < 0 ? null : route.substring(path + 1);
    }

    private static Stream<String> entries(ErrorEvent event) {
        var thrown = event.thrown();
        var mechanism = thrown == null ? null : thrown.mechanism();
        return present(event.transaction(), mechanism == null ? null : mechanism.type());
    }

    private static Stream<String> present(@Nullable String... texts) {
        return Stream.of(texts).filter(Objects::nonNull);
    }
}
