package io.errortracker.benchmarks.group;

import io.errortracker.group.Grouper;
import io.errortracker.group.GroupingScore;
import io.errortracker.group.LabelledTraces;
import io.errortracker.group.LabelledTraces.Labelled;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code score-grouping}: the mixed and the split groups of each file, then the score of all. */
public final class ScoreGrouping {
    private static final String PREDICTIONS = "--predictions=";

    private final Grouper grouper = new Grouper();
    private final PrintStream out;

    private ScoreGrouping(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<Path> corpora = new ArrayList<>();
        Path predictions = null;
        for (String argument : arguments) {
            if (argument.startsWith(PREDICTIONS)) {
                predictions = Path.of(argument.substring(PREDICTIONS.length()));
            } else {
                corpora.add(Path.of(argument));
            }
        }
        if (corpora.isEmpty()) {
            out.println("usage: score-grouping [--predictions=OUT.tsv] CORPUS.jsonl...");
            System.exit(2);
        }
        List<Labelled> all = new ScoreGrouping(out).score(corpora);
        if (predictions != null) {
            write(predictions, all);
        }
    }

    private List<Labelled> score(List<Path> corpora) throws IOException {
        List<Labelled> all = new ArrayList<>();
        for (Path corpus : corpora) {
            List<Labelled> traces = LabelledTraces.of(corpus);
            GroupingScore score = scoreOf(traces);
            out.println(corpus);
            score.mixed().forEach(line -> out.println("  mixed " + line));
            score.split().forEach(line -> out.println("  split " + line));
            out.println("  " + score);
            all.addAll(traces);
        }
        out.println(scoreOf(all));
        return all;
    }

    private GroupingScore scoreOf(List<Labelled> traces) {
        return new GroupingScore(traces, trace -> trace.fingerprint(grouper));
    }

    private static void write(Path file, List<Labelled> traces) throws IOException {
        Grouper grouper = new Grouper();
        List<String> lines = new ArrayList<>();
        for (Labelled trace : traces) {
            lines.add(trace.id() + "\t" + trace.fingerprint(grouper));
        }
        Files.write(file, lines);
    }
}
