package io.errortracker.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.errortracker.RunningTracker;
import io.errortracker.capture.Sighting;
import io.errortracker.event.Breadcrumb;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.Request;
import io.errortracker.scope.Scope;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The filter on a real container, against the same application without it. */
@Timeout(60)
class TrackerFilterTest {
    private ServletServer server;
    private RunningTracker running;

    interface Work {
        void answer(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;
    }

    private static HttpServlet servlet(Work work) {
        return new HttpServlet() {
            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response)
                    throws ServletException, IOException {
                work.answer(request, response);
            }
        };
    }

    @BeforeEach
    void prepare() throws Exception {
        running = RunningTracker.start();
        server = new ServletServer();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        running.close();
    }

    private ErrorEvent failOn(String path, String... headers) throws Exception {
        assertThat(server.askWith(path, headers)).isEqualTo(server.askWithout(path, headers));
        return running.onlyEvent();
    }

    @Test
    void what_a_servlet_throws_is_captured_once_and_the_answer_stays_the_same() throws Exception {
        server.servlet("/report", servlet((request, response) -> {
                    throw new ServletException("wrapped", new IllegalStateException("no numbers"));
                }))
                .start();

        ErrorEvent event =
                failOn("/report?month=11&token=x", "X-Request-Id", "r-1", "X-Secret", "hush", "Cookie", "a=b");

        assertThat(event.exceptions())
                .extracting(exception -> exception.value())
                .containsExactly("wrapped", "no numbers");
        assertThat(event.exceptions().get(0).mechanism().type()).isEqualTo("servlet");
        assertThat(event.exceptions().get(0).mechanism().handled()).isFalse();
        assertThat(event.transaction()).isEqualTo("GET /report");
        assertThat(event.contexts()).containsEntry("response", Map.of("status_code", 500));
        assertThat(Objects.requireNonNull(event.request()).url()).endsWith("/with/report");
        assertThat(event.request().queryString()).isEqualTo("month=11&token=x");
        assertThat(event.request().headers())
                .contains(
                        entry("x-request-id", "r-1"),
                        entry("x-secret", "[not stored]"),
                        entry("cookie", "[not stored]"));
    }

    @Test
    void what_a_filter_of_the_application_throws_is_captured() throws Exception {
        Filter broken = (request, response, chain) -> {
            throw new IllegalStateException("filter");
        };
        server.servlet("/page", servlet((request, response) -> response.getWriter()
                        .print("page")))
                .filter("/page", broken)
                .start();

        assertThat(failOn("/page").exceptions().get(0).value()).isEqualTo("filter");
    }

    @Test
    void the_status_of_an_error_page_is_the_status_of_the_event() throws Exception {
        server.servlet("/order", servlet((request, response) -> {
                    throw new IllegalStateException("sold out");
                }))
                .servlet("/sorry", servlet((request, response) -> {
                    response.setStatus(409);
                    response.getWriter().print("sorry");
                }))
                .errorPage(500, "/sorry")
                .start();

        ErrorEvent event = failOn("/order");

        assertThat(event.contexts()).containsEntry("response", Map.of("status_code", 409));
        assertThat(Objects.requireNonNull(event.request()).url()).endsWith("/with/order");
        assertThat(event.transaction()).isEqualTo("GET /order");
    }

    @Test
    void an_error_page_that_fails_too_makes_an_event_of_its_own() throws Exception {
        server.servlet("/order", servlet((request, response) -> {
                    throw new IllegalStateException("first");
                }))
                .servlet("/sorry", servlet((request, response) -> {
                    throw new IllegalStateException("second");
                }))
                .errorPage(500, "/sorry")
                .start();

        assertThat(server.askWith("/order")).isEqualTo(server.askWithout("/order"));
        assertThat(running.events())
                .extracting(event -> event.exceptions().get(0).value())
                .containsExactlyInAnyOrder("first", "second");
    }

    @Test
    void what_other_layers_capture_gets_the_status_that_was_answered() throws Exception {
        server.servlet("/order", servlet((request, response) -> {
                    running.tracker().capturer().capture(new RuntimeException("mapped"), Sighting.of("jaxrs", null));
                    response.sendError(404, "gone");
                }))
                .start();

        server.askWith("/order");

        ErrorEvent event = running.onlyEvent();
        assertThat(event.contexts()).containsEntry("response", Map.of("status_code", 404));
        assertThat(event.exceptions().get(0).mechanism().handled()).isTrue();
    }

    @Test
    void an_asynchronous_request_keeps_its_scope_until_it_is_answered() throws Exception {
        server.servlet("/async", servlet((request, response) -> {
                    if (request.getAttribute("seen") == null) {
                        request.setAttribute("seen", true);
                        running.tracker().addBreadcrumb(Breadcrumb.of("test", "before"));
                        AsyncContext async = request.startAsync();
                        async.start(async::dispatch);
                    } else {
                        throw new IllegalStateException("dispatched");
                    }
                }))
                .start();

        assertThat(server.askWith("/async")).isEqualTo(server.askWithout("/async"));

        ErrorEvent event = running.events().get(0);
        assertThat(event.exceptions().get(0).value()).isEqualTo("dispatched");
        assertThat(event.breadcrumbs()).extracting(Breadcrumb::message).containsExactly("before");
        assertThat(event.contexts()).containsEntry("response", Map.of("status_code", 500));
    }

    @Test
    void a_failure_after_an_asynchronous_dispatch_is_told_with_what_the_client_asked_for() throws Exception {
        server.servlet("/async", servlet((request, response) -> {
                    AsyncContext async = request.startAsync();
                    async.start(() -> async.dispatch("/second?half=2"));
                }))
                .servlet("/second", servlet((request, response) -> {
                    throw new IllegalStateException("dispatched");
                }))
                .start();

        server.askWith("/async?half=1");

        Request told = Objects.requireNonNull(running.onlyEvent().request());
        assertThat(told.url()).endsWith("/with/async");
        assertThat(told.queryString()).isEqualTo("half=1");
    }

    @Test
    void a_request_that_is_completed_by_another_thread_is_closed_with_its_status() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        server.servlet("/async", servlet((request, response) -> {
                    Scope scope =
                            Objects.requireNonNull(running.tracker().scopes().current());
                    scope.onClose(closed::countDown);
                    AsyncContext async = request.startAsync();
                    async.start(() -> {
                        response.setStatus(503);
                        running.tracker().scopes().bind(scope);
                        running.tracker().capturer().capture(new RuntimeException("late"), Sighting.of("jaxrs", null));
                        running.tracker().scopes().restore(null);
                        async.complete();
                    });
                }))
                .start();

        server.askWith("/async");
        assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();

        assertThat(running.onlyEvent().contexts()).containsEntry("response", Map.of("status_code", 503));
    }

    @Test
    void a_request_that_works_leaves_nothing_behind() throws Exception {
        server.servlet("/fine", servlet((request, response) -> {
                    boolean tracked = request.getContextPath().equals("/with");
                    assertThat(running.tracker().scopes().current() != null).isEqualTo(tracked);
                    response.getWriter().print("fine");
                }))
                .start();

        assertThat(server.askWith("/fine")).isEqualTo(server.askWithout("/fine"));
        assertThat(running.events()).isEmpty();
        assertThat(running.tracker().scopes().current()).isNull();
    }

    @Test
    void a_missing_file_on_open_liberty_is_no_failure() throws Exception {
        server.servlet("/", servlet((request, response) -> {
                    throw new FileNotFoundException("SRVE0190E: File not found: /favicon.ico");
                }))
                .start();

        server.askWith("/favicon.ico");
        assertThat(running.events()).isEmpty();
    }

    @Test
    void without_a_running_tracker_the_filter_only_passes_on() throws Exception {
        running.close();
        server.servlet("/report", servlet((request, response) -> {
                    throw new IllegalStateException("no numbers");
                }))
                .start();

        assertThat(server.askWith("/report")).isEqualTo(server.askWithout("/report"));
        assertThat(running.events()).isEmpty();
    }
}
