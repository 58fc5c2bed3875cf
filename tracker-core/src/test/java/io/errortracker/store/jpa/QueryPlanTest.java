package io.errortracker.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.event.json.EventJson;
import io.errortracker.event.json.JsonLimits;
import io.errortracker.issue.IssueStatus;
import io.errortracker.store.Events;
import io.errortracker.store.IssueQuery;
import io.errortracker.store.IssueQuery.Sort;
import io.errortracker.store.alert.AlertWatch;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The queries that people wait for read rows in the order of an index. */
class QueryPlanTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final ShortIds SHORT_IDS = new ShortIds("SHOP");
    private static final EventJson JSON = EventJson.create(JsonLimits.OWN);

    private Database database;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(H2Engine.memory(), null, false);
        for (int i = 0; i < 30; i++) {
            String type = "Type" + i;
            database.write(session -> new Recording(
                            session,
                            database,
                            JSON,
                            SHORT_IDS,
                            new Budget(1L << 40).allowance(Occupancy.UNKNOWN),
                            Micros.of(NOW))
                    .record(Events.stored(Events.many(3, type, NOW)), AlertWatch.NONE));
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_page_of_issues_is_read_in_the_order_of_an_index(Sort sort) {
        for (IssueStatus status : new IssueStatus[] {IssueStatus.UNRESOLVED, null}) {
            IssueQuery first = new IssueQuery(status, "", null, null, null, sort, null, 10);
            String next = database.read(session -> new IssueQueries(session, SHORT_IDS).page(first))
                    .next();

            assertThat(plans("i.*", session -> new IssueQueries(session, SHORT_IDS).page(first)))
                    .isNotEmpty()
                    .allMatch(plan -> plan.contains("/* index sorted */"));
            assertThat(plans("i.*", session -> new IssueQueries(session, SHORT_IDS).page(first.withCursor(next))))
                    .isNotEmpty()
                    .allMatch(plan -> plan.contains("/* index sorted */"));
        }
    }

    @Test
    void a_search_is_read_in_the_order_of_an_index() {
        IssueQuery search =
                new IssueQuery(IssueStatus.UNRESOLVED, "type failed", null, null, null, Sort.LAST_SEEN, null, 10);

        assertThat(plans("issue", session -> new IssueQueries(session, SHORT_IDS).page(search)))
                .hasSize(2)
                .allMatch(plan -> plan.contains("/* index sorted */"));
    }

    @Test
    void a_rare_environment_leads_to_its_issues() {
        IssueQuery query =
                new IssueQuery(IssueStatus.UNRESOLVED, "", "production", null, null, Sort.LAST_SEEN, null, 10);

        assertThat(plans("i.*", session -> new IssueQueries(session, SHORT_IDS).page(query)))
                .singleElement()
                .asString()
                .contains("ISSUE_ENVIRONMENT_NAME")
                .contains("PRIMARY_KEY");
    }

    @Test
    void the_newest_events_of_an_issue_are_read_in_the_order_of_an_index() {
        assertThat(plans("desc", session -> new EventQueries(session, JSON).page(1, null, 2)))
                .isNotEmpty()
                .allMatch(plan -> plan.contains("EVENT_OF_ISSUE") && plan.contains("/* index sorted */"));
    }

    @Test
    void hours_are_found_by_key() {
        assertThat(plans("counter_hour", session -> new HourQueries(session, NOW, 24).ofIssues(List.of(1L, 2L))))
                .singleElement()
                .asString()
                .contains("PRIMARY_KEY")
                .doesNotContain("tableScan");
    }

    /** Plans of the selects with this word that were run. */
    private List<String> plans(String word, Consumer<StatelessSession> queries) {
        return database.read(session -> {
            run(session, "set query_statistics false");
            run(session, "set query_statistics true");
            queries.accept(session);
            List<String> plans = new ArrayList<>();
            for (String sql : session.createNativeQuery(
                            "select sql_statement from information_schema.query_statistics", String.class)
                    .getResultList()) {
                if (sql.startsWith("select") && sql.contains(word) && !sql.contains("query_statistics")) {
                    plans.add(plan(session, sql));
                }
            }
            return plans;
        });
    }

    private static void run(StatelessSession session, String sql) {
        session.doWork(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
    }

    private static String plan(StatelessSession session, String sql) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement explain = connection.prepareStatement("explain " + sql)) {
                for (int i = 1; i <= explain.getParameterMetaData().getParameterCount(); i++) {
                    explain.setString(i, "1");
                }
                try (ResultSet plan = explain.executeQuery()) {
                    plan.next();
                    return plan.getString(1);
                }
            }
        });
    }
}
