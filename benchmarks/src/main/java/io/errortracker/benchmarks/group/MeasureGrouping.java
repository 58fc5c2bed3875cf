package io.errortracker.benchmarks.group;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** {@code measure-grouping}: runs {@link GroupingBenchmark} and prints the ratios. */
public final class MeasureGrouping {
    private static final double P99 = 99.0;

    private MeasureGrouping() {}

    public static void main(String[] arguments) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(GroupingBenchmark.class.getName())
                .forks(2)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(2))
                .build();
        Collection<RunResult> results = new Runner(options).run();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(line("mean", mean(results, "group"), mean(results, "printStackTrace")));
        out.println(line("p99", p99(results, "group"), p99(results, "printStackTrace")));
    }

    private static String line(String what, double group, double print) {
        return String.format(
                Locale.ROOT,
                "%s: group %.2f us, printStackTrace %.2f us, ratio %.3f",
                what,
                group,
                print,
                group / print);
    }

    private static double mean(Collection<RunResult> results, String benchmark) {
        return result(results, benchmark, "avgt").getScore();
    }

    private static double p99(Collection<RunResult> results, String benchmark) {
        return result(results, benchmark, "sample").getStatistics().getPercentile(P99);
    }

    private static Result<?> result(Collection<RunResult> results, String benchmark, String mode) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + benchmark))
                .filter(result -> result.getParams().getMode().shortLabel().equals(mode))
                .findFirst()
                .orElseThrow()
                .getPrimaryResult();
    }
}
