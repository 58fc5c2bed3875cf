package io.errortracker.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.errortracker.bundled.h2.jdbcx.JdbcDataSource;
import io.errortracker.store.Events;
import io.errortracker.store.StoreUnavailableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Hashtable;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.spi.InitialContextFactory;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresDataSourceTest {
    private static final String NAME = "java:global/jdbc/errors";

    @RegisterExtension
    static final OwnPostgres POSTGRES = new OwnPostgres();

    private final AtomicInteger lent = new AtomicInteger();

    @BeforeAll
    static void name() {
        System.setProperty(Context.INITIAL_CONTEXT_FACTORY, Names.class.getName());
    }

    @AfterAll
    static void unname() {
        System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
        Names.BOUND.clear();
    }

    @Test
    void events_are_kept_behind_a_data_source_of_the_servers_and_each_connection_is_given_back() {
        Names.BOUND.put(NAME, counting(POSTGRES.dataSource()));

        try (JpaStore store = open()) {
            long issue = store.record(Events.stored(Events.of("OutOfTea", Instant.now())))
                    .get(0)
                    .issue()
                    .id();
            assertThat(store.latestEvent(issue)).isPresent();
            assertThat(lent).hasValue(0);
        }
    }

    @Test
    void a_data_source_that_leads_elsewhere_is_refused_by_name() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:elsewhere");
        Names.BOUND.put(NAME, counting(h2));

        assertRefused("The data source " + NAME + " leads to H2, not to PostgreSQL");
        assertThat(lent).hasValue(0);
    }

    @Test
    void a_name_without_a_data_source_is_told() {
        Names.BOUND.remove(NAME);
        assertRefused("There is no data source " + NAME);

        Names.BOUND.put(NAME, "text");
        assertRefused(NAME + " is no data source but java.lang.String");
    }

    private static void assertRefused(String reason) {
        try (JpaStore store = open()) {
            assertThatThrownBy(() -> store.record(Events.stored(Events.of("OutOfTea", Instant.now()))))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasStackTraceContaining(reason);
        }
    }

    private static JpaStore open() {
        return JpaStore.create(Stores.settings(new StoreLocation.Named(NAME), Clock.systemUTC()));
    }

    private DataSource counting(DataSource real) {
        return proxy(DataSource.class, real, (method, result) -> {
            if (result instanceof Connection connection) {
                lent.incrementAndGet();
                return proxy(Connection.class, connection, (called, answer) -> {
                    if (called.equals("close")) {
                        lent.decrementAndGet();
                    }
                    return answer;
                });
            }
            return result;
        });
    }

    private interface After {
        Object see(String method, Object result) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, T real, After after) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return after.see(method.getName(), method.invoke(real, arguments));
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }

    /** What a server's JNDI is in this test. */
    public static final class Names implements InitialContextFactory {
        static final Map<String, Object> BOUND = new ConcurrentHashMap<>();

        @Override
        public Context getInitialContext(Hashtable<?, ?> environment) {
            return (Context) Proxy.newProxyInstance(
                    Names.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> {
                        if (!method.getName().equals("lookup")) {
                            return null;
                        }
                        Object name = Objects.requireNonNull(arguments)[0];
                        Object found = BOUND.get(name.toString());
                        if (found == null) {
                            throw new NameNotFoundException(name.toString());
                        }
                        return found;
                    });
        }
    }
}
