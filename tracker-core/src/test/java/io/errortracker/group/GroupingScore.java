package io.errortracker.group;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** How well predicted groups agree with the true ones: B-cubed and pairwise. Public for the benchmarks. */
public final class GroupingScore {
    private final Map<String, List<LabelledTraces.Labelled>> predicted = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> truth = new LinkedHashMap<>();
    private final int size;

    /** Groups the traces by what the function says of each. */
    public GroupingScore(List<LabelledTraces.Labelled> traces, Function<LabelledTraces.Labelled, String> prediction) {
        size = traces.size();
        for (LabelledTraces.Labelled trace : traces) {
            String hash = prediction.apply(trace);
            predicted.computeIfAbsent(hash, unused -> new ArrayList<>()).add(trace);
            truth.computeIfAbsent(trace.group(), unused -> new TreeMap<>()).merge(hash, 1, Integer::sum);
        }
    }

    public int predictedGroups() {
        return predicted.size();
    }

    public double precision() {
        double sum = 0;
        for (Map<String, Integer> parts : truth.values()) {
            for (Map.Entry<String, Integer> part : parts.entrySet()) {
                sum += (double) part.getValue()
                        * part.getValue()
                        / predicted.get(part.getKey()).size();
            }
        }
        return size == 0 ? 1 : sum / size;
    }

    public double recall() {
        double sum = 0;
        for (Map<String, Integer> parts : truth.values()) {
            int whole = total(parts);
            for (int part : parts.values()) {
                sum += (double) part * part / whole;
            }
        }
        return size == 0 ? 1 : sum / size;
    }

    public double f1() {
        return harmonic(precision(), recall());
    }

    public double pairwiseF1() {
        long together = 0;
        long pairsTrue = 0;
        for (Map<String, Integer> parts : truth.values()) {
            pairsTrue += pairs(total(parts));
            for (int part : parts.values()) {
                together += pairs(part);
            }
        }
        long pairsPredicted = 0;
        for (List<LabelledTraces.Labelled> group : predicted.values()) {
            pairsPredicted += pairs(group.size());
        }
        return harmonic(
                pairsPredicted == 0 ? 1 : (double) together / pairsPredicted,
                pairsTrue == 0 ? 1 : (double) together / pairsTrue);
    }

    /** The predicted groups that hold traces of several true ones: a trace of each, and how many. */
    public List<String> mixed() {
        List<String> lines = new ArrayList<>();
        predicted.forEach((hash, traces) -> {
            Map<String, Integer> groups = new TreeMap<>();
            traces.forEach(trace -> groups.merge(trace.group(), 1, Integer::sum));
            if (groups.size() > 1) {
                lines.add(hash + " " + groups);
            }
        });
        return lines;
    }

    /** The true groups that came apart: into which predicted ones, and how many traces each. */
    public List<String> split() {
        List<String> lines = new ArrayList<>();
        truth.forEach((group, parts) -> {
            if (parts.size() > 1) {
                lines.add(group + " " + parts);
            }
        });
        return lines;
    }

    /** The traces of the groups in {@link #split} and {@link #mixed}, one of each predicted group. */
    public Set<LabelledTraces.Labelled> examples(String hash) {
        return new LinkedHashSet<>(predicted.getOrDefault(hash, List.of()));
    }

    /** {@code n=... groups=... predicted=... B3 P=... R=... F1=... pairwise F1=...}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "n=%d groups=%d predicted=%d B3 P=%.3f R=%.3f F1=%.3f pairwise F1=%.3f",
                size,
                truth.size(),
                predicted.size(),
                precision(),
                recall(),
                f1(),
                pairwiseF1());
    }

    private static int total(Map<String, Integer> parts) {
        return parts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static long pairs(long count) {
        return count * (count - 1) / 2;
    }

    private static double harmonic(double a, double b) {
        return a + b == 0 ? 0 : 2 * a * b / (a + b);
    }
}
