package io.errortracker.group;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.StackFrame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The deepest cause's type and the culprit; the message only where there are no frames. */
final class StackGrouping implements Grouping {
    /** Version 1: guards and exception factories are known by names. */
    static final Grouping BY_NAMES = new StackGrouping(1, false);

    /** Version 2: they are known by their code where it was at hand. */
    static final Grouping BY_CODE = new StackGrouping(2, true);

    private final int version;
    private final boolean readsCode;

    private StackGrouping(int version, boolean readsCode) {
        this.version = version;
        this.readsCode = readsCode;
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public boolean agreesWith(Key newest) {
        return !newest.byCode();
    }

    @Override
    public Key keyOf(ErrorEvent event) {
        return event.exceptions().isEmpty() ? MessageKey.of(event) : new StackKey(event, readsCode).build();
    }

    /** The parts and reasons of one event, as they come together. */
    private static final class StackKey {
        private final ErrorEvent event;
        private final Sites sites;
        private final CauseChain chain;
        private final ExceptionInfo root;
        private final boolean readsCode;
        private final List<String> parts = new ArrayList<>(6);
        private final List<String> reasons = new ArrayList<>(6);
        private boolean byCode;

        StackKey(ErrorEvent event, boolean readsCode) {
            this.event = event;
            this.readsCode = readsCode;
            sites = Sites.of(event);
            chain = CauseChain.of(event.exceptions());
            root = chain.root();
        }

        Key build() {
            addType();
            Headline headline = Headline.of(chain);
            if (ExhaustedMemory.is(root)) {
                addMessage("memory ran out wherever this happened to be");
                return key(headline, null);
            }
            String failed = FailedInitializer.classOf(root);
            if (failed != null) {
                Site initializer = sites.of(StackFrame.java(failed, "<clinit>", null, 0, true));
                return initializerKey(headline, initializer == null ? new Site(failed, "<clinit>") : initializer);
            }
            List<Site> cycle = Recursion.isEndless(root) ? RecursionCycle.of(root.frames(), sites) : List.of();
            if (!cycle.isEmpty()) {
                cycle.forEach(site -> add("recursion", site, "part of the cycle, wherever in it the stack ran out"));
                return key(headline, cycle.get(0));
            }
            Culprit culprit = culprit();
            if (culprit == null) {
                addOutsideFrames();
                return key(headline, null);
            }
            addCulprit(culprit);
            return key(headline, culprit.site());
        }

        private Key key(Headline headline, @Nullable Site culprit) {
            return new Key(parts, reasons, headline, byCode, culprit);
        }

        private Key initializerKey(Headline headline, Site initializer) {
            add("initializer", initializer, "failed before; whoever needs the class fails with it");
            return key(headline, initializer);
        }

        private void addType() {
            String type = TypeNames.neutral(root, sites);
            parts.add("type");
            parts.add(type);
            int wrappers = chain.links().size() - 1;
            reasons.add(
                    "type " + type + (wrappers == 0 ? "" : ": the deepest cause; " + wrappers + " around it left out"));
        }

        private @Nullable Culprit culprit() {
            for (ExceptionInfo exception : chain.outward()) {
                CulpritSearch search = new CulpritSearch(exception, sites, readsCode);
                Culprit culprit = search.find();
                byCode |= search.codeMattered();
                if (culprit != null) {
                    return culprit;
                }
            }
            return null;
        }

        private void addCulprit(Culprit culprit) {
            for (Culprit.PassedOver frame : culprit.passedOver()) {
                reasons.add("left out " + frame.site().qualified() + ": " + frame.reason());
            }
            add("culprit", culprit.site(), "the first frame of the application's own code that is to blame");
            if (culprit.called() != null) {
                add("called", culprit.called(), "the library's method in which it was thrown");
            }
            if (culprit.caller() != null) {
                add("caller", culprit.caller(), "shares the blame");
            }
            if (culprit.site().isUnnamed()) {
                addMessage("the function has no name of its own");
            }
        }

        private void addOutsideFrames() {
            List<Site> outside = OutsideFrames.of(root, sites);
            outside.forEach(site -> add("frame", site, "no code of the application had part in it"));
            if (outside.isEmpty()) {
                addMessage("there are no frames");
            }
        }

        private void add(String kind, Site site, String reason) {
            parts.add(kind);
            parts.add(site.type());
            parts.add(Siblings.neutral(site.method()));
            reasons.add(kind + " " + site.qualified() + ": " + reason);
        }

        private void addMessage(String reason) {
            String message = MessageKey.neutral(root.value() == null ? "" : root.value(), event.platform());
            parts.add("message");
            parts.add(message);
            reasons.add("message " + MessageKey.brief(message) + ": " + reason);
        }
    }
}
