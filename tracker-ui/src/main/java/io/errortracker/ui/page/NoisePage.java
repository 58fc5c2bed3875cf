package io.errortracker.ui.page;

import io.errortracker.health.DropReason;
import io.errortracker.noise.DefaultRule;
import io.errortracker.noise.NoiseRules;
import io.errortracker.store.Dropped;
import io.errortracker.store.IgnoreRule;
import io.errortracker.store.IgnoreRule.Criteria;
import io.errortracker.store.NoiseStore;
import io.errortracker.ui.page.NoiseView.Button;
import io.errortracker.ui.page.NoiseView.Figure;
import io.errortracker.ui.page.NoiseView.Row;
import io.errortracker.ui.page.NoiseView.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is counted and not stored: rules that people made, default rules, what is configured, limits; and how much of it there was.
 *
 * @since 0.1.0
 */
public final class NoisePage {
    static final int HOURS = 24;
    private static final List<DropReason> LIMITS = List.of(
            DropReason.STORM_LIMIT,
            DropReason.QUOTA,
            DropReason.STORE_FULL,
            DropReason.SAMPLE_RATE,
            DropReason.BEFORE_SEND,
            DropReason.BEFORE_SEND_FAILED);

    private final NoiseParts noise;

    public NoisePage(NoiseParts noise) {
        this.noise = noise;
    }

    public Answer show(Visit visit) {
        NoiseStore.Wishes wishes = noise.store().wishes();
        Counts counts = new Counts(noise.store().dropped(visit.now(), HOURS));
        List<Section> sections = new ArrayList<>();
        boolean ownRules = !wishes.rules().isEmpty();
        sections.add(own(visit, wishes, counts));
        if (!noise.configured().configured().isEmpty()) {
            sections.add(configured(counts, !ownRules));
        }
        sections.add(defaults(visit, wishes, counts, sections.size() == 1 && !ownRules));
        sections.add(limits(counts));
        NoiseView view = new NoiseView(
                Shell.of("Noise", "noise", visit),
                today(counts),
                figures(counts),
                visit.visitor().isAdmin() ? visit.base() + "/noise/new" : null,
                List.copyOf(sections));
        return Answer.page("noise.jte", view);
    }

    private static String today(Counts counts) {
        long recent = counts.all().recent();
        return recent == 0
                ? "Nothing was dropped in the last 24 hours: every event that was captured is stored."
                : Amount.of(recent, "event")
                        + (recent == 1 ? " was" : " were")
                        + " counted in the last 24 hours and not stored.";
    }

    private static List<Figure> figures(Counts counts) {
        Dropped rules = counts.of(DropReason.IGNORE_RULE.label());
        Dropped defaults = counts.sum(Arrays.stream(DefaultRule.values()).map(DefaultRule::reason));
        Dropped limits = counts.sum(LIMITS.stream());
        return List.of(
                figure("by rules", rules, "that you made or configured"),
                figure("by default rules", defaults, "the client's doing, and checks"),
                figure("by limits", limits, "storms, quota, sample, BeforeSend"));
    }

    private static Figure figure(String name, Dropped dropped, String hint) {
        return new Figure(name, Amount.of(dropped.recent()).exact(), hint, Sparkline.of(dropped.hours()));
    }

    private static Section own(Visit visit, NoiseStore.Wishes wishes, Counts counts) {
        return new Section(
                "Your rules",
                "apply on every node within five seconds",
                true,
                wishes.rules().stream().map(rule -> row(visit, rule, counts)).toList(),
                "No rules yet. Open an issue and choose “Ignore this kind”, or make one here:"
                        + " before it is saved you see which stored events it would have dropped.");
    }

    private static Row row(Visit visit, IgnoreRule rule, Counts counts) {
        Dropped dropped = counts.of(NoiseStore.cause(rule.id()));
        String address = visit.base() + "/noise/" + rule.id();
        String made = (rule.note().isEmpty() ? "" : rule.note() + " · ") + "made by " + rule.author() + ", "
                + visit.moments().of(rule.created()).relative();
        Button button = rule.paused()
                ? new Button(address + "/resume", "Resume", "Resume this rule")
                : new Button(address + "/pause", "Pause", "Pause this rule");
        return new Row(
                "",
                Asks.of(rule.criteria()),
                visit.visitor().isAdmin() ? address : null,
                ForeignText.line(made),
                rule.paused(),
                rule.paused() ? "paused" : "",
                Sparkline.of(dropped.hours()),
                Amount.of(dropped.recent()),
                Amount.of(dropped.total()),
                visit.visitor().isAdmin() ? button : null);
    }

    private Section configured(Counts counts, boolean headed) {
        List<Row> rows = new ArrayList<>();
        for (Criteria criteria : noise.configured().configured()) {
            rows.add(fixed("", criteria, "", false, counts.of(NoiseRules.cause(criteria))));
        }
        return new Section("From configuration", "tracker.ignore.*", headed, List.copyOf(rows), "");
    }

    private Section defaults(Visit visit, NoiseStore.Wishes wishes, Counts counts, boolean headed) {
        return new Section(
                "Default rules",
                "on unless somebody switched them off",
                headed,
                Arrays.stream(DefaultRule.values())
                        .map(rule -> row(visit, rule, wishes, counts))
                        .toList(),
                "");
    }

    private Row row(Visit visit, DefaultRule rule, NoiseStore.Wishes wishes, Counts counts) {
        DefaultRuleText text = DefaultRuleText.of(rule);
        Dropped dropped = counts.of(rule.reason().label());
        boolean configuredOff = !noise.configured().defaults().contains(rule);
        boolean off = configuredOff || wishes.switchedOff().contains(rule.label());
        String state = configuredOff ? "off: tracker.ignore." + rule.label() + "=false" : off ? "switched off" : "";
        String address = visit.base() + "/noise/default/" + rule.label() + (off ? "/on" : "/off");
        Button button = new Button(
                address, off ? "Switch on" : "Switch off", (off ? "Switch on: " : "Switch off: ") + text.name());
        return new Row(
                text.name(),
                List.of(),
                null,
                ForeignText.line(text.why()),
                off,
                state,
                Sparkline.of(dropped.hours()),
                Amount.of(dropped.recent()),
                Amount.of(dropped.total()),
                configuredOff || !visit.visitor().isAdmin() ? null : button);
    }

    private Section limits(Counts counts) {
        String quota = noise.quotaPerHour() == 0
                ? "No limit (tracker.quota.events-per-hour)."
                : Amount.of(noise.quotaPerHour(), "event")
                        + " an hour on each node (tracker.quota.events-per-hour); a tenth is kept for issues not seen in that hour.";
        double rate = noise.configured().sampleRate();
        String sample = rate >= 1.0 ? "Every event" : Math.round(rate * 1000) / 10.0 + " % of events";
        return new Section(
                "Limits",
                "set by configuration",
                false,
                List.of(
                        limit(
                                "Storm limit",
                                Amount.of(noise.stormPerMinute(), "event")
                                        + " of one issue a minute (tracker.storm.per-minute). The issue's counters still move.",
                                counts.of(DropReason.STORM_LIMIT.label())),
                        limit("Quota", quota, counts.of(DropReason.QUOTA.label())),
                        limit(
                                "Room",
                                "Near its limit (tracker.retention.mebibytes) the store keeps one event of each issue in five seconds. The issue's counters still move.",
                                counts.of(DropReason.STORE_FULL.label())),
                        limit(
                                "Sample rate",
                                sample + " (tracker.sample-rate).",
                                counts.of(DropReason.SAMPLE_RATE.label())),
                        limit(
                                "BeforeSend",
                                "Beans of the application that drop what they do not want; one that fails drops the event.",
                                counts.sum(Stream.of(DropReason.BEFORE_SEND, DropReason.BEFORE_SEND_FAILED)))),
                "");
    }

    private static Row limit(String name, String why, Dropped dropped) {
        return fixed(name, Criteria.NONE, why, false, dropped);
    }

    private static Row fixed(String name, Criteria criteria, String why, boolean off, Dropped dropped) {
        return new Row(
                name,
                Asks.of(criteria),
                null,
                ForeignText.line(why),
                off,
                "",
                Sparkline.of(dropped.hours()),
                Amount.of(dropped.recent()),
                Amount.of(dropped.total()),
                null);
    }

    /** What was dropped, by cause. */
    private record Counts(Map<String, Dropped> dropped) {
        Dropped of(String cause) {
            return dropped.getOrDefault(cause, Dropped.none(HOURS));
        }

        Dropped all() {
            return sum(Arrays.stream(DropReason.values()));
        }

        Dropped sum(Stream<DropReason> reasons) {
            long[] hours = new long[HOURS];
            long total = 0;
            for (DropReason reason : reasons.toList()) {
                Dropped one = of(reason.label());
                for (int i = 0; i < HOURS; i++) {
                    hours[i] += one.hours()[i];
                }
                total += one.total();
            }
            return new Dropped(hours, total);
        }
    }
}
