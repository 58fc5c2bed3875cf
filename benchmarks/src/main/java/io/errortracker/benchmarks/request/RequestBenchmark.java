package io.errortracker.benchmarks.request;

import io.errortracker.GlobalErrorTracker;
import io.errortracker.Settings;
import io.errortracker.TrackerConfig;
import io.errortracker.boot.Deployment;
import io.errortracker.boot.TrackerRuntime;
import io.errortracker.servlet.TrackerFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A request that does not fail, through a filter that does nothing and through ours. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RequestBenchmark {
    private final Filter nothing = (request, response, chain) -> chain.doFilter(request, response);
    private final FilterChain end = (request, response) -> {};
    private final Plain request = new Plain();
    private final HttpServletResponse response = new Ok();
    private @Nullable TrackerRuntime runtime;
    private Filter ours = nothing;

    @Setup
    public void start() throws IOException {
        Path directory = Files.createTempDirectory("measure-request");
        Map<String, String> settings = Map.of("tracker.store.directory", directory.toString());
        TrackerConfig config = TrackerConfig.read(
                key -> Optional.ofNullable(settings.get(key)).map(value -> new Settings.Setting(value, false)));
        runtime = TrackerRuntime.start(
                new Deployment(RequestBenchmark.class.getClassLoader(), "/benchmark", "none", Set.of(), path -> null),
                config,
                Clock.systemUTC());
        ours = new TrackerFilter(GlobalErrorTracker::running, false);
    }

    @TearDown
    public void stop() {
        if (runtime != null) {
            runtime.close();
        }
    }

    @Benchmark
    public void filterThatDoesNothing() throws ServletException, IOException {
        request.renew();
        nothing.doFilter(request, response, end);
    }

    @Benchmark
    public void ourFilter() throws ServletException, IOException {
        request.renew();
        ours.doFilter(request, response, end);
    }

    /** A request as far as filters look at it. */
    private static final class Plain extends HttpServletRequestWrapper {
        private final Map<String, Object> attributes = new HashMap<>();

        Plain() {
            super(stub(HttpServletRequest.class));
        }

        void renew() {
            attributes.clear();
        }

        @Override
        public @Nullable Object getAttribute(String name) {
            return attributes.get(name);
        }

        @Override
        public void setAttribute(String name, Object value) {
            attributes.put(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            attributes.remove(name);
        }

        @Override
        public DispatcherType getDispatcherType() {
            return DispatcherType.REQUEST;
        }

        @Override
        public boolean isAsyncStarted() {
            return false;
        }
    }

    private static final class Ok extends HttpServletResponseWrapper {
        Ok() {
            super(stub(HttpServletResponse.class));
        }

        @Override
        public int getStatus() {
            return 200;
        }
    }

    private static <T> T stub(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            throw new UnsupportedOperationException(method.getName());
        }));
    }
}
