package io.errortracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.errortracker.boot.Deployment;
import io.errortracker.boot.TrackerRuntime;
import io.errortracker.capture.CallFrame;
import io.errortracker.capture.Capturer;
import io.errortracker.capture.Sighting;
import io.errortracker.event.Breadcrumb;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.Request;
import io.errortracker.event.User;
import io.errortracker.health.DropReason;
import io.errortracker.issue.Issue;
import io.errortracker.issue.IssueStatus;
import io.errortracker.scope.Scope;
import io.errortracker.scope.Surroundings;
import io.errortracker.store.IssueQuery;
import io.errortracker.store.StoredEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The ten steps of one exception, from the request that fails to the person who resolves it. */
@Timeout(120)
class LifeOfAnExceptionTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    private TrackerRuntime runtime;

    @BeforeEach
    void an_application_starts() {
        Map<String, String> settings = Map.of(
                "tracker.store.directory", directory.toString(),
                "tracker.release", "1.4.2",
                "tracker.environment", "test",
                "tracker.capture-arguments", "full");
        TrackerConfig config = TrackerConfig.read(
                key -> Optional.ofNullable(settings.get(key)).map(value -> new Settings.Setting(value, false)));
        Deployment deployment = new Deployment(
                getClass().getClassLoader(), "/shop", "Test Server 1.0", Set.of("io.errortracker"), path -> null);
        runtime = TrackerRuntime.start(deployment, config, Clock.systemUTC());
    }

    @AfterEach
    void the_application_stops() {
        runtime.close();
        assertThat(GlobalErrorTracker.running()).isNull();
    }

    @Test
    void one_exception_is_captured_once_scrubbed_grouped_stored_found_resolved_and_comes_back() {
        String id = aRequestFails("4111 1111 1111 1111");

        assertThat(runtime.tracker().flush(LONG)).isTrue();
        Issue issue = theOnlyIssue();
        assertThat(issue.shortId()).isEqualTo("SHOP-1");
        assertThat(issue.type()).isEqualTo("LifeOfAnExceptionTest$PaymentDeclined");
        assertThat(issue.culprit()).isEqualTo("LifeOfAnExceptionTest$Checkout.pay");
        assertThat(issue.transaction()).isEqualTo("POST /orders/{id}/pay");
        assertThat(issue.status()).isEqualTo(IssueStatus.UNRESOLVED);
        assertThat(issue.events()).isEqualTo(1);
        assertThat(issue.users()).isEqualTo(1);

        StoredEvent stored = runtime.issues().event(issue.id(), id).orElseThrow();
        ErrorEvent event = stored.event();
        assertThat(event.release()).isEqualTo("1.4.2");
        assertThat(event.user().username()).isEqualTo("jo");
        assertThat(event.tags()).contains(entry("section", "checkout"));
        assertThat(event.breadcrumbs()).extracting(Breadcrumb::message).containsExactly("User applied discount code");
        assertThat(event.context("response", "status_code")).isEqualTo(500L);
        assertThat(event.context("browser", "name")).isEqualTo("Firefox");
        assertThat(event.exceptions())
                .extracting(ExceptionInfo::type)
                .containsExactly("LifeOfAnExceptionTest$PaymentDeclined");
        assertThat(event.exceptions().get(0).value()).doesNotContain("4111");
        assertThat(event.exceptions().get(0).frames().get(0).variables()).containsEntry("amount", 1999L);
        assertThat(stored.whyGrouped()).isNotEmpty();

        runtime.issues().setStatus(List.of(issue.id()), IssueStatus.RESOLVED, "jo");
        aRequestFails("5500 0000 0000 0004");
        runtime.tracker().flush(LONG);

        Issue again = theOnlyIssue();
        assertThat(again.id()).isEqualTo(issue.id());
        assertThat(again.status()).isEqualTo(IssueStatus.UNRESOLVED);
        assertThat(again.regressed()).isTrue();
        assertThat(again.events()).isEqualTo(2);
        assertThat(runtime.health().capturedCount()).isEqualTo(2);
        assertThat(runtime.health().storedCount()).isEqualTo(2);
    }

    @Test
    void a_hook_sees_the_scrubbed_event_and_the_throwable_and_may_drop_it() {
        runtime.useHooks(() -> List.of((event, hint) -> {
            assertThat(event.exceptions().get(0).value()).doesNotContain("4111");
            return hint.originalThrowable() instanceof PaymentDeclined ? null : event;
        }));
        runtime.tracker().captureException(new PaymentDeclined("card 4111 1111 1111 1111"));
        runtime.tracker().captureException(new IllegalStateException("kept"));
        runtime.tracker().flush(LONG);

        assertThat(theOnlyIssue().type()).isEqualTo("IllegalStateException");
        assertThat(runtime.health().drops()).containsExactly(entry(DropReason.BEFORE_SEND, 1L));
    }

    @Test
    void what_is_captured_is_there_after_a_restart() {
        aRequestFails("none");
        runtime.tracker().flush(LONG);
        the_application_stops();
        an_application_starts();

        assertThat(theOnlyIssue().events()).isEqualTo(1);
    }

    /** Steps 1 to 5: a scope is opened, several layers see the same failure, the thread goes on at once. */
    private String aRequestFails(String card) {
        Capturer capturer = runtime.tracker().capturer();
        Scope scope = new Scope(new BrowserRequest());
        scope.nameEntryPoint("POST /orders/{id}/pay");
        runtime.tracker().scopes().bind(scope);
        try {
            runtime.tracker().setTag("section", "checkout");
            runtime.tracker().addBreadcrumb(Breadcrumb.of("checkout", "User applied discount code"));
            new Checkout(capturer).pay(1999, card);
            throw new AssertionError("the payment should have failed");
        } catch (PaymentDeclined declined) {
            return capturer.capture(new jakarta.servlet.ServletException(declined), Sighting.of("servlet", false));
        } finally {
            scope.close(500);
            runtime.tracker().scopes().restore(null);
        }
    }

    private Issue theOnlyIssue() {
        List<Issue> issues = runtime.issues().issues(IssueQuery.unresolved()).issues();
        assertThat(issues).hasSize(1);
        return issues.get(0);
    }

    private record Checkout(Capturer capturer) {
        void pay(int amount, String card) {
            PaymentDeclined declined = new PaymentDeclined("card " + card + " declined");
            CallFrame call = new CallFrame(Checkout.class.getName(), "pay", Map.of("amount", amount));
            capturer.capture(declined, Sighting.of("cdi", null).call(call));
            throw declined;
        }
    }

    private static final class BrowserRequest implements Surroundings {
        @Override
        public Request request() {
            return new Request(
                    "POST",
                    "http://localhost/shop/orders/7/pay",
                    null,
                    Map.of("user-agent", "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"));
        }

        @Override
        public User user() {
            return User.withUsername("jo");
        }
    }

    private static final class PaymentDeclined extends RuntimeException {
        private static final long serialVersionUID = 1L;

        PaymentDeclined(String message) {
            super(message);
        }
    }
}
