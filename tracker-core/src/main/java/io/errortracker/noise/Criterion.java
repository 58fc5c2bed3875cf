package io.errortracker.noise;

import io.errortracker.store.IgnoreRule.Criteria;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One thing that a rule may ask for.
 *
 * @since 0.1.0
 */
public enum Criterion {
    EXCEPTION(
            "exceptions", Criteria::exception, Criteria::exception, "the name of a class, with or without its package"),
    MESSAGE("messages", Criteria::message, Criteria::message, "an RE2 regular expression"),
    ROUTE("routes", Criteria::route, Criteria::route, "a route or path, with * for anything"),
    STATUS("statuses", Criteria::status, Criteria::status, "status codes such as 404, 4xx or 500-503"),
    USER_AGENT("user-agents", Criteria::userAgent, Criteria::userAgent, "a part of a user agent, with * for anything"),
    ENTRY_POINT(
            "entry-points",
            Criteria::entryPoint,
            Criteria::entryPoint,
            "the kind or name of an entry point, with * for anything");

    private final String label;
    private final Function<Criteria, String> reader;
    private final BiFunction<Criteria, String, Criteria> writer;
    private final String rule;

    Criterion(
            String label,
            Function<Criteria, String> reader,
            BiFunction<Criteria, String, Criteria> writer,
            String rule) {
        this.label = label;
        this.reader = reader;
        this.writer = writer;
        this.rule = rule;
    }

    /** {@code user-agents}: the end of its configuration key. */
    public String label() {
        return label;
    }

    /** What it must be, as the end of "it must be ...". */
    public String rule() {
        return rule;
    }

    /** What these criteria ask for here; empty for nothing. */
    public String of(Criteria criteria) {
        return reader.apply(criteria);
    }

    /** The criteria with this one set. */
    public Criteria set(Criteria criteria, String value) {
        return writer.apply(criteria, value);
    }

    /** Criteria that ask for this alone. */
    public Criteria alone(String value) {
        return set(Criteria.NONE, value);
    }
}
