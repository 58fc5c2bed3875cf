package io.errortracker.store.jpa;

import io.errortracker.bundled.persistence.Column;
import io.errortracker.bundled.persistence.Entity;
import io.errortracker.bundled.persistence.Id;
import io.errortracker.bundled.persistence.Table;
import io.errortracker.store.IgnoreRule;

/** A row of table {@code ignore_rule}. */
@Entity
@Table(name = "ignore_rule")
class IgnoreRuleRow {
    private static final int LONGEST = 300;

    @Id
    long id;

    @Column(name = "exception_type")
    String exception = "";

    @Column(name = "message_pattern")
    String message = "";

    String route = "";

    @Column(name = "status_codes")
    String status = "";

    @Column(name = "user_agent")
    String userAgent = "";

    @Column(name = "entry_point")
    String entryPoint = "";

    String note = "";
    boolean paused;
    long created;
    String author = "";

    void ask(IgnoreRule.Criteria criteria, String newNote) {
        exception = Texts.column(criteria.exception(), LONGEST);
        message = Texts.column(criteria.message(), LONGEST);
        route = Texts.column(criteria.route(), LONGEST);
        status = Texts.column(criteria.status(), LONGEST);
        userAgent = Texts.column(criteria.userAgent(), LONGEST);
        entryPoint = Texts.column(criteria.entryPoint(), LONGEST);
        note = Texts.column(newNote, LONGEST);
    }

    IgnoreRule toRule() {
        IgnoreRule.Criteria criteria =
                new IgnoreRule.Criteria(exception, message, route, status, userAgent, entryPoint);
        return new IgnoreRule(id, criteria, note, paused, Micros.instant(created), author);
    }
}
