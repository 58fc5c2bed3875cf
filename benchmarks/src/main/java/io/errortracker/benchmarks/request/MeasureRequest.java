package io.errortracker.benchmarks.request;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs {@link RequestBenchmark}. */
public final class MeasureRequest {
    private MeasureRequest() {}

    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(RequestBenchmark.class.getSimpleName())
                        .build())
                .run();
    }
}
