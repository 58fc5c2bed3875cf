package io.errortracker.bundled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.errortracker.bundled.Store.Counter;
import io.errortracker.bundled.Store.CounterId;
import io.errortracker.bundled.Store.Event;
import io.errortracker.bundled.Store.EventLine;
import io.errortracker.bundled.Store.Issue;
import io.errortracker.bundled.Store.IssueUser;
import io.errortracker.bundled.Store.IssueUserId;
import io.errortracker.bundled.Store.Status;
import io.errortracker.bundled.h2.tools.Recover;
import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.bundled.hibernate.dialect.PostgreSQLDialect;
import io.errortracker.bundled.hibernate.query.KeyedPage;
import io.errortracker.bundled.hibernate.query.Order;
import io.errortracker.bundled.hibernate.query.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledStoreTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    @TempDir
    Path directory;

    private Store store;

    @BeforeEach
    void open() {
        store = new Store(Store.file(directory));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_batch_of_rows_is_inserted_and_counted() {
        insert(250);

        long rows = store.sessions.fromStatelessSession(
                session -> session.createSelectionQuery("select count(e) from Store$Event e", Long.class)
                        .getSingleResult());

        assertThat(rows).isEqualTo(250);
    }

    @Test
    void generated_ids_versions_and_composite_ids_work() {
        Issue issue = new Issue("broken", Status.UNRESOLVED, NOON);
        inTransaction(session -> session.insert(issue));
        inTransaction(session -> {
            session.insertMultiple(List.of(
                    new Counter(new CounterId(issue.id, NOON), 3),
                    new Counter(new CounterId(issue.id, NOON.plus(1, ChronoUnit.HOURS)), 4)));
            session.insertMultiple(List.of(new IssueUser(issue.id, "u1", "a"), new IssueUser(issue.id, "u2", null)));
            issue.status = Status.RESOLVED;
            session.update(issue);
        });

        store.sessions.inStatelessTransaction(session -> {
            assertThat(session.get(Counter.class, new CounterId(issue.id, NOON)).amount)
                    .isEqualTo(3);
            assertThat(session.get(IssueUser.class, new IssueUserId(issue.id, "u1")).note)
                    .isEqualTo("a");
            assertThat(session.get(Issue.class, issue.id).status).isEqualTo(Status.RESOLVED);
            assertThat(session.get(Issue.class, issue.id).version).isEqualTo(1);
        });
    }

    @Test
    void a_row_can_be_merged_and_deleted() {
        IssueUser user = new IssueUser(7, "u", "first");
        inTransaction(session -> session.upsert(user));
        user.note = "second";
        inTransaction(session -> session.upsertMultiple(List.of(user, new IssueUser(8, "v", "other"))));
        inTransaction(session -> session.deleteMultiple(List.of(new IssueUser(8, "v", "other"))));

        List<String> notes = store.sessions.fromStatelessSession(
                session -> session.createSelectionQuery("select u.note from Store$IssueUser u", String.class)
                        .getResultList());

        assertThat(notes).containsExactly("second");
    }

    @Test
    void hql_reads_records_and_updates_rows() {
        insert(10);

        inTransaction(session -> assertThat(session.createMutationQuery(
                                "update Store$Event e set e.handled = true where e.issueId in :issues")
                        .setParameter("issues", List.of(0L, 1L))
                        .executeUpdate())
                .isEqualTo(7));
        List<EventLine> lines =
                store.sessions.fromStatelessSession(session -> session.createSelectionQuery("""
                        select new io.errortracker.bundled.Store$EventLine(e.id, e.happenedAt)
                        from Store$Event e
                        where e.handled and exists (select 1 from Store$Event o where o.issueId = e.issueId and o.id <> e.id)
                        order by e.happenedAt desc
                        """, EventLine.class)
                        .setMaxResults(3)
                        .getResultList());

        assertThat(lines).extracting(EventLine::happenedAt).containsExactly(at(9), at(7), at(6));
    }

    @Test
    void hql_groups_joins_and_deletes() {
        insert(10);
        List<Object[]> groups = store.sessions.fromStatelessSession(
                session -> session.createSelectionQuery("""
                        select e.issueId, count(e), max(e.happenedAt), sum(case when e.handled then 1 else 0 end)
                        from Store$Event e left join Store$Counter c on c.id.issueId = e.issueId
                        where lower(cast(e.issueId as string)) like '%1%' escape '!' or e.issueId = 2
                        group by e.issueId having count(e) > 1 order by count(e) desc, e.issueId
                        """, Object[].class).getResultList());
        assertThat(groups).hasSize(2);
        assertThat(groups.get(0)).startsWith(1L, 3L, at(7));

        inTransaction(session -> assertThat(session.createMutationQuery("delete from Store$Event e where e.issueId = 0")
                        .executeUpdate())
                .isEqualTo(4));
    }

    @Test
    void native_queries_read_scalars_and_entities_and_write() {
        insert(5);

        store.sessions.inStatelessTransaction(session -> {
            assertThat(session.createNativeQuery("select count(*) from event where happened_at >= :from", Long.class)
                            .setParameter("from", at(2))
                            .getSingleResult())
                    .isEqualTo(3);
            assertThat(session.createNativeQuery("select * from event order by happened_at", Event.class)
                            .getResultList())
                    .hasSize(5);
            assertThat(session.createNativeMutationQuery(
                                    "merge into counter key (issue_id, hour_of) values (:issue, :hour, :amount)")
                            .setParameter("issue", 1L)
                            .setParameter("hour", NOON)
                            .setParameter("amount", 9L)
                            .executeUpdate())
                    .isEqualTo(1);
        });
    }

    @Test
    void a_list_is_read_page_by_page_by_its_key() {
        insert(25);
        List<Instant> seen = new ArrayList<>();

        store.sessions.inStatelessSession(session -> {
            KeyedPage<Event> page = Page.first(10)
                    .keyedBy(List.of(Order.desc(Event.class, "happenedAt"), Order.asc(Event.class, "id")));
            while (page != null) {
                var result = session.createSelectionQuery("from Store$Event e", Event.class)
                        .getKeyedResultList(page);
                result.getResultList().forEach(event -> seen.add(event.happenedAt));
                page = result.isLastPage() || result.getResultList().isEmpty() ? null : result.getNextPage();
            }
        });

        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        assertThat(seen.get(0)).isEqualTo(at(24));
    }

    @Test
    void a_criteria_query_filters_by_what_the_user_chose() {
        insert(10);

        List<Event> events = store.sessions.fromStatelessSession(session -> {
            var builder = store.sessions.getCriteriaBuilder();
            var query = builder.createQuery(Event.class);
            var event = query.from(Event.class);
            query.where(
                    builder.equal(event.get("issueId"), 1L),
                    builder.greaterThan(event.<Instant>get("happenedAt"), at(1)),
                    builder.isNotNull(event.get("payload")));
            query.orderBy(builder.desc(event.get("happenedAt")));
            return session.createSelectionQuery(query).getResultList();
        });

        assertThat(events).extracting(event -> event.happenedAt).containsExactly(at(7), at(4));
    }

    @Test
    void a_stateful_session_writes_what_changed() {
        insert(1);

        store.sessions.inTransaction(session -> {
            Event event = session.createSelectionQuery("from Store$Event", Event.class)
                    .getSingleResult();
            event.handled = true;
        });

        assertThat(store.sessions.<Boolean>fromStatelessSession(
                        session -> session.createSelectionQuery("select e.handled from Store$Event e", Boolean.class)
                                .getSingleResult()))
                .isTrue();
    }

    @Test
    void a_broken_constraint_is_an_exception_of_hibernate() {
        insert(1);

        assertThatThrownBy(() -> insert(1))
                .isInstanceOf(io.errortracker.bundled.hibernate.exception.ConstraintViolationException.class)
                .rootCause()
                .hasMessageContaining("Unique index or primary key violation");
    }

    @Test
    void no_driver_of_ours_is_left_in_the_driver_manager() {
        assertThat(DriverManager.drivers().map(driver -> driver.getClass().getName()))
                .noneMatch(name -> name.startsWith("io.errortracker"));
    }

    @Test
    void the_database_is_saved_as_a_script_and_read_back_after_a_shutdown() throws SQLException {
        insert(3);
        Path script = directory.resolve("backup.sql");
        try (Connection connection = store.dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("script to '" + script + "'");
            statement.execute("checkpoint sync");
            statement.execute("shutdown compact");
        }
        assertThat(script).content().contains("CREATE CACHED TABLE \"PUBLIC\".\"EVENT\"");
        assertThat(Files.exists(directory.resolve("tracker.mv.db"))).isTrue();

        try (Connection connection = store.dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from event")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(3);
        }
    }

    @Test
    void a_closed_database_file_can_be_recovered_into_a_script() throws SQLException {
        insert(3);
        try (Connection connection = store.dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("shutdown");
        }

        Recover.execute(directory.toString(), "tracker");

        assertThat(directory.resolve("tracker.h2.sql")).content().contains("CREATE TABLE O_");
    }

    @Test
    void source_code_in_sql_is_not_compiled() {
        assertThatThrownBy(() -> {
                    try (Connection connection = store.dataSource.getConnection();
                            var statement = connection.createStatement()) {
                        statement.execute("create alias run as 'String run() { return \"\"; }'");
                    }
                })
                .hasStackTraceContaining("SourceCompiler");
    }

    @Test
    void flyway_runs_each_script_once() {
        Map<String, String> scripts = new HashMap<>(Store.SCRIPTS);
        scripts.put("V3__new.sql", "create table t (i int);");

        assertThat(Store.migrate(store.dataSource, scripts)).isEqualTo(1);
        assertThat(Store.migrate(store.dataSource, scripts)).isZero();
    }

    @Test
    void the_dialect_of_postgresql_writes_sql_that_postgresql_mode_reads() {
        var postgres = new Store.DriverDataSource("jdbc:h2:mem:postgres;MODE=PostgreSQL;DB_CLOSE_DELAY=-1");
        Store.migrate(postgres, Store.SCRIPTS);
        try (var sessions = Store.boot(postgres, PostgreSQLDialect.class.getName())) {
            Issue issue = new Issue("broken", Status.UNRESOLVED, NOON);
            sessions.inStatelessTransaction(session -> {
                session.insert(issue);
                session.insertMultiple(List.of(
                        new Counter(new CounterId(issue.id, NOON), 3),
                        new Counter(new CounterId(issue.id, NOON.plus(1, ChronoUnit.HOURS)), 4)));
                session.createMutationQuery(
                                "update Store$Counter c set c.amount = c.amount + 1 where c.id.issueId = :issue")
                        .setParameter("issue", issue.id)
                        .executeUpdate();
            });
            assertThat(sessions.<Long>fromStatelessSession(session -> session.createSelectionQuery(
                                    "select c.amount from Store$Counter c where c.amount > 2 order by c.id.hour desc",
                                    Long.class)
                            .setMaxResults(1)
                            .getSingleResult()))
                    .isEqualTo(5);
        }
    }

    private void insert(int amount) {
        List<Event> events = IntStream.range(0, amount)
                .mapToObj(n -> new Event(new UUID(0, n), n % 3, at(n), false, new byte[] {(byte) n}))
                .toList();
        inTransaction(session -> session.insertMultiple(events));
    }

    private void inTransaction(java.util.function.Consumer<StatelessSession> work) {
        store.sessions.inStatelessTransaction(work);
    }

    private static Instant at(int minute) {
        return NOON.plus(minute, ChronoUnit.MINUTES);
    }
}
