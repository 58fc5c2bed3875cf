package io.errortracker.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.errortracker.RunningTracker;
import io.errortracker.capture.Sighting;
import io.errortracker.event.Breadcrumb;
import io.errortracker.event.ErrorEvent;
import io.errortracker.scope.Scope;
import io.errortracker.scope.Surroundings;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LogCaptureTest {
    private static final Logger LOG = Logger.getLogger("com.example.shop");

    private final ClassLoader application =
            Objects.requireNonNull(Thread.currentThread().getContextClassLoader());
    private final RunningTracker running = RunningTracker.start();
    private final LogCapture capture = LogCapture.start(running.tracker(), application, true);
    private final Scope scope = new Scope(Surroundings.NONE);

    @BeforeEach
    void bind() {
        running.tracker().scopes().bind(scope);
    }

    @AfterEach
    void stop() {
        running.tracker().scopes().restore(null);
        capture.close();
        running.close();
        Thread.currentThread().setContextClassLoader(application);
    }

    private List<String> breadcrumbs() {
        return scope.breadcrumbs().stream()
                .map(crumb -> crumb.level().label() + " " + crumb.category() + ": " + crumb.message())
                .toList();
    }

    @Test
    void a_severe_record_with_a_throwable_is_an_event() {
        LOG.info("before");
        LOG.log(Level.SEVERE, "order could not be placed", new IllegalStateException("sold out"));

        ErrorEvent event = running.onlyEvent();
        assertThat(event.exceptions().get(0).value()).isEqualTo("sold out");
        assertThat(event.exceptions().get(0).mechanism().type()).isEqualTo("logging");
        assertThat(event.logger()).isEqualTo("com.example.shop");
        assertThat(event.message()).isEqualTo("order could not be placed");
        assertThat(event.level()).isEqualTo(io.errortracker.event.Level.ERROR);
        assertThat(event.breadcrumbs()).extracting(Breadcrumb::message).containsExactly("before");
    }

    @Test
    void records_from_info_on_are_breadcrumbs() {
        LOG.fine("too fine");
        LOG.info("fine");
        LOG.warning("look out");
        LOG.severe("without a throwable");

        assertThat(breadcrumbs())
                .containsExactly(
                        "info com.example.shop: fine",
                        "warning com.example.shop: look out",
                        "error com.example.shop: without a throwable");
        assertThat(running.events()).isEmpty();
    }

    @Test
    void parameters_are_filled_in_without_running_code_of_theirs() {
        Object hostile = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("lazy loading");
            }
        };
        LOG.log(Level.INFO, "order {0} of {1} for {2}", new Object[] {42, "jo", hostile});
        LOG.log(Level.INFO, "%s of %d, 100%", new Object[] {"one", 2});
        LOG.log(Level.INFO, "{9} {x} {", 1);

        assertThat(breadcrumbs())
                .containsExactly(
                        "info com.example.shop: order 42 of jo for "
                                + hostile.getClass().getName(),
                        "info com.example.shop: one of 2, 100%",
                        "info com.example.shop: {9} {x} {");
    }

    @Test
    void what_was_logged_and_is_thrown_on_is_one_event() {
        Exception failure = new IllegalStateException("sold out");
        LOG.log(Level.SEVERE, "logged", failure);
        running.tracker().capturer().capture(new RuntimeException(failure), Sighting.of("servlet", false));

        ErrorEvent event = running.onlyEvent();
        assertThat(event.exceptions().get(0).mechanism().handled()).isFalse();
    }

    @Test
    void what_other_applications_log_is_none_of_our_business() throws Exception {
        try (URLClassLoader other = new URLClassLoader(new URL[0], null)) {
            Thread.currentThread().setContextClassLoader(other);
            LOG.log(Level.SEVERE, "not ours", new IllegalStateException("not ours"));
            Thread.currentThread().setContextClassLoader(null);
            LOG.log(Level.SEVERE, "nobody's", new IllegalStateException("nobody's"));
        }
        Thread.currentThread().setContextClassLoader(application);

        assertThat(running.events()).isEmpty();
        assertThat(breadcrumbs()).isEmpty();
    }

    @Test
    void a_thread_below_the_application_works_for_it() throws Exception {
        try (URLClassLoader below = new URLClassLoader(new URL[0], application)) {
            Thread.currentThread().setContextClassLoader(below);
            LOG.log(Level.SEVERE, "ours", new IllegalStateException("ours"));
        }
        Thread.currentThread().setContextClassLoader(application);

        assertThat(running.events()).hasSize(1);
    }

    @Test
    void our_own_log_is_never_captured() {
        Logger.getLogger("io.errortracker.store").log(Level.SEVERE, "ours", new IllegalStateException("ours"));

        assertThat(running.events()).isEmpty();
        assertThat(breadcrumbs()).isEmpty();
    }

    @Test
    void hostile_records_do_no_harm() {
        Logger alone = Logger.getLogger("com.example.alone");
        alone.setUseParentHandlers(false);
        alone.addHandler(new TrackerLogHandler(running.tracker(), application, true));
        LogRecord loud = new LogRecord(Level.SEVERE, "loud") {
            @Override
            public String getMessage() {
                alone.log(Level.SEVERE, "again", new IllegalStateException("again"));
                throw new StackOverflowError("hostile");
            }
        };
        loud.setThrown(new IllegalStateException("loud"));

        assertThatCode(() -> {
                    alone.log(new LogRecord(Level.INFO, null));
                    alone.log(loud);
                })
                .doesNotThrowAnyException();

        assertThat(running.onlyEvent().exceptions().get(0).value()).isEqualTo("loud");
    }

    @Test
    void what_resteasy_found_no_mapper_for_is_captured_even_where_logs_are_not() {
        capture.close();
        try (LogCapture rest = LogCapture.start(running.tracker(), application, false)) {
            LOG.log(Level.SEVERE, "not captured", new IllegalStateException("not captured"));
            Logger.getLogger("org.jboss.resteasy.core.providerfactory.DefaultExceptionMapper")
                    .log(Level.SEVERE, "RESTEASY002375", new IllegalStateException("from a filter"));
        }

        ErrorEvent event = running.onlyEvent();
        assertThat(event.exceptions().get(0).value()).isEqualTo("from a filter");
        assertThat(event.exceptions().get(0).mechanism().type()).isEqualTo("jaxrs");
        assertThat(event.exceptions().get(0).mechanism().handled()).isFalse();
        assertThat(breadcrumbs()).isEmpty();
    }

    @Test
    void what_cxf_found_no_mapper_for_is_captured_although_it_only_warns_of_it() {
        Logger.getLogger("org.apache.cxf.phase.PhaseInterceptorChain")
                .log(Level.WARNING, "unwinding now", new IllegalStateException("from a writer"));

        ErrorEvent event = running.onlyEvent();
        assertThat(event.exceptions().get(0).value()).isEqualTo("from a writer");
        assertThat(event.exceptions().get(0).mechanism().type()).isEqualTo("jaxrs");
        assertThat(event.exceptions().get(0).mechanism().handled()).isFalse();
    }

    @Test
    void nothing_is_left_in_the_log_manager() {
        List<Handler> before = List.of(Logger.getLogger("").getHandlers());
        LogCapture.start(running.tracker(), application, true).close();

        assertThat(Logger.getLogger("").getHandlers()).containsExactlyElementsOf(before);
    }
}
