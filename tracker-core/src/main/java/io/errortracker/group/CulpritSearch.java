package io.errortracker.group;

import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.FrameRole;
import io.errortracker.event.StackFrame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One pass over the frames of one exception, from the throwing one outwards, for the {@link Culprit}. */
final class CulpritSearch {
    private final Sites sites;
    private final List<StackFrame> frames;
    private final String exception;
    private final Blame blame;
    private final boolean readsCode;
    private final List<Culprit.PassedOver> passedOver = new ArrayList<>(2);
    private @Nullable Site lastRaiser;

    /** @param readsCode whether what the code of methods tells goes before their names */
    CulpritSearch(ExceptionInfo exception, Sites sites, boolean readsCode) {
        this.sites = sites;
        this.readsCode = readsCode;
        frames = exception.frames();
        this.exception = Site.simpleName(exception.type());
        blame = new Blame(this.exception);
    }

    /** The culprit; null when no frame of the application is to blame. */
    @Nullable
    Culprit find() {
        boolean raising = true;
        Site called = null;
        Site previous = null;
        for (int at = 0; at < frames.size(); at++) {
            StackFrame frame = frames.get(at);
            Site site = sites.of(frame);
            if (site == null || site.equals(previous)) {
                continue;
            }
            previous = site;
            if (raising && passOver(site, frame)) {
                continue;
            }
            if (frame.inApp()) {
                return culprit(at, site, called);
            }
            raising = false;
            called = PlatformTypes.contain(site.type()) ? null : site;
        }
        return lastRaiser == null ? null : new Culprit(lastRaiser, null, null, List.of());
    }

    private Culprit culprit(int at, Site site, @Nullable Site called) {
        boolean tried = passedOver.isEmpty() && !exception.equals("AssertionError") && TestCases.is(site);
        return tried && isOutermost(at, site)
                ? new Culprit(TestCases.anyOf(site), called, null, List.of())
                : new Culprit(site, called, caller(at, site, called), List.copyOf(passedOver));
    }

    private boolean isOutermost(int at, Site culprit) {
        for (StackFrame frame : frames.subList(at + 1, frames.size())) {
            Site site = frame.inApp() ? sites.of(frame) : null;
            if (site != null && !site.type().equals(culprit.type())) {
                return false;
            }
        }
        return true;
    }

    /** Whether what the code of methods tells made a difference. */
    boolean codeMattered() {
        return blame.codeMattered();
    }

    private boolean passOver(Site site, StackFrame frame) {
        FrameRole told = readsCode && frame.inApp() ? frame.role() : null;
        Blame.Role role = sites == Sites.JVM ? blame.of(site, told) : Blame.Role.TO_BLAME;
        if (role == Blame.Role.TO_BLAME) {
            return false;
        }
        if (frame.inApp()) {
            passedOver.add(new Culprit.PassedOver(site, role, told != null));
            lastRaiser = site;
        }
        return true;
    }

    /** Who shares the blame: the caller of a function without a name, of one that asked a factory for the exception, of one that only took what it was given. */
    private @Nullable Site caller(int at, Site culprit, @Nullable Site called) {
        if (culprit.isUnnamed()) {
            return nextNamed(at + 1);
        }
        boolean shared = askedFactory() || called == null && Arguments.areToBlame(culprit, exception, askedGuard());
        return shared ? directCaller(at + 1, culprit) : null;
    }

    /** Of a factory known by its code it is certain that the culprit threw what it made; one known by its name may stand for a way to fail. */
    private boolean askedFactory() {
        return passedOver.stream().anyMatch(frame -> frame.role() == Blame.Role.FACTORY && !frame.byCode());
    }

    private boolean askedGuard() {
        return passedOver.stream().anyMatch(frame -> frame.role() == Blame.Role.GUARD);
    }

    private @Nullable Site nextNamed(int from) {
        for (StackFrame frame : frames.subList(from, frames.size())) {
            Site site = frame.inApp() ? sites.of(frame) : null;
            if (site != null && !site.isUnnamed()) {
                return site;
            }
        }
        return null;
    }

    /**
     * The next of the application's own sites, if nothing but proxies of the culprit stands between: a framework is a boundary that
     * blame does not cross, and the outermost site only tells how the application was entered.
     */
    private @Nullable Site directCaller(int from, Site culprit) {
        boolean boundary = false;
        Site caller = null;
        for (StackFrame frame : frames.subList(from, frames.size())) {
            Site site = frame.inApp() ? sites.of(frame) : null;
            if (caller != null) {
                if (site != null && !site.equals(caller) && !site.equals(culprit)) {
                    return caller;
                }
            } else if (site == null || site.equals(culprit)) {
                boundary = site == null;
            } else if (boundary) {
                return null;
            } else {
                caller = site;
            }
        }
        return null;
    }
}
