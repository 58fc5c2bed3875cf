package io.errortracker.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.errortracker.RunningTracker;
import io.errortracker.event.Request;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests of containers in trouble and of clients who mean harm. */
@Timeout(60)
class HostileRequestTest {
    private RunningTracker running = RunningTracker.start();

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void nothing_is_read_that_could_be_missed_by_the_application() throws Exception {
        Set<String> asked = new TreeSet<>();
        HttpServletRequest request = request(Map.of(), asked);

        assertThatThrownBy(() -> filter(request, failing(new IOException("broken"))))
                .hasMessage("broken");

        assertThat(running.onlyEvent().request()).isNotNull();
        assertThat(asked)
                .isNotEmpty()
                .noneMatch(method -> method.startsWith("getParameter")
                        || method.startsWith("getPart")
                        || method.contains("Session")
                        || Set.of("getInputStream", "getReader", "getCookies", "authenticate", "login")
                                .contains(method));
    }

    @Test
    void a_request_that_does_not_fail_is_hardly_asked_anything() throws Exception {
        Set<String> asked = new TreeSet<>();

        filter(request(Map.of(), asked), (in, out) -> {});

        assertThat(asked).containsExactly("getAttribute", "getDispatcherType", "isAsyncStarted", "setAttribute");
    }

    @Test
    void whatever_the_container_throws_the_application_sees_only_its_own_exception() {
        HttpServletRequest broken = (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (proxy, method, arguments) -> {
                    throw new IllegalStateException("recycled: " + method.getName());
                });
        Error own = new NoClassDefFoundError("own");

        assertThatThrownBy(() -> filter(broken, failing(own))).isSameAs(own);
        assertThat(running.onlyEvent().exceptions().get(0).value()).isEqualTo("own");
    }

    @Test
    void whatever_fails_in_the_tracker_the_application_sees_only_its_own_exception() {
        running.close();
        running = RunningTracker.start(
                (thrown, root, entryPoint) -> {
                    throw new StackOverflowError("of the tracker");
                },
                new BrokenClock());
        Error own = new NoClassDefFoundError("own");

        assertThatThrownBy(() -> filter(request(Map.of(), new TreeSet<>()), failing(own)))
                .isSameAs(own);
        assertThat(running.tracker().scopes().current()).isNull();
    }

    @Test
    void no_header_makes_a_difference() throws Exception {
        Random random = new Random(42);
        for (int i = 0; i < 5_000; i++) {
            Map<String, String> headers = new HashMap<>();
            for (String name : List.of("Host", "Referer", "traceparent", "User-Agent", "X-Request-Id", text(random))) {
                headers.put(name, text(random));
            }
            RequestSurroundings surroundings =
                    new RequestSurroundings(request(headers, new TreeSet<>()), response(), true);

            Request told = surroundings.request();

            assertThat(told).isNotNull();
            assertThat(told.headers()).hasSizeLessThanOrEqualTo(headers.size());
            assertThat(surroundings.contexts().keySet()).isSubsetOf("trace");
        }
    }

    private static final List<String> PIECES = List.of(
            "%3G",
            "\u0000",
            "\u202e",
            "://",
            "//",
            "@",
            "?",
            "#",
            "/",
            ":",
            "00-",
            "-",
            "ab12",
            "\ud800",
            "'\"<",
            "\r\n",
            " ",
            "é",
            "4bf92f3577b34da6a3ce929d0e0e4736",
            "00f067aa0ba902b7");

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(12); n >= 0; n--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return random.nextInt(50) == 0 ? text.toString().repeat(400) : text.toString();
    }

    private interface Chain {
        void go(Object request, Object response) throws IOException;
    }

    private static Chain failing(Throwable thrown) {
        return (request, response) -> {
            if (thrown instanceof IOException checked) {
                throw checked;
            }
            throw (Error) thrown;
        };
    }

    private static void filter(HttpServletRequest request, Chain chain) throws Exception {
        new TrackerFilter(io.errortracker.GlobalErrorTracker::running, false)
                .doFilter(request, response(), (in, out) -> chain.go(in, out));
    }

    private static HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                HostileRequestTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> method.getName().equals("getStatus") ? 200 : false);
    }

    /** A request with these headers that remembers what it is asked for. */
    private static HttpServletRequest request(Map<String, String> headers, Set<String> asked) {
        Map<String, Object> attributes = new HashMap<>();
        InvocationHandler answers = (proxy, method, arguments) -> {
            asked.add(method.getName());
            return switch (method.getName()) {
                case "getAttribute" -> attributes.get((String) arguments[0]);
                case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                case "getDispatcherType" -> DispatcherType.REQUEST;
                case "getMethod" -> "GET";
                case "getRequestURL" -> new StringBuffer("http://jo:secret@localhost/orders");
                case "getHeaderNames" -> Collections.enumeration(headers.keySet());
                case "getHeader" -> headers.get((String) arguments[0]);
                case "isAsyncStarted" -> false;
                default -> null;
            };
        };
        return (HttpServletRequest) Proxy.newProxyInstance(
                HostileRequestTest.class.getClassLoader(), new Class<?>[] {HttpServletRequest.class}, answers);
    }

    private static final class BrokenClock extends Clock {
        @Override
        public Instant instant() {
            throw new LinkageError("of the tracker");
        }

        @Override
        public ZoneId getZone() {
            throw new LinkageError("of the tracker");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
