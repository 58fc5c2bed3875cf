package io.errortracker.benchmarks.group;

import io.errortracker.event.ErrorEvent;
import io.errortracker.group.Grouper;
import io.errortracker.issue.GroupedEvent;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Normalise and fingerprint a 60-frame event, against printing the same trace into a string. */
@State(Scope.Benchmark)
@BenchmarkMode({Mode.SampleTime, Mode.AverageTime})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class GroupingBenchmark {
    private final Grouper grouper = new Grouper();
    private final ErrorEvent event = SampleTrace.event();
    private final Throwable throwable = SampleTrace.throwable();

    /** What the worker does for each event. */
    @Benchmark
    public GroupedEvent group() {
        return grouper.group(event);
    }

    /** The yardstick: what every logger does. */
    @Benchmark
    public String printStackTrace() {
        StringWriter text = new StringWriter();
        throwable.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
