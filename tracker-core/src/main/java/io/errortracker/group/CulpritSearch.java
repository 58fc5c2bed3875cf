package io.errortracker.group;

import io.errortracker.event.ExceptionInfo;
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
    private final List<Culprit.PassedOver> passedOver = new ArrayList<>(2);
    private @Nullable Site lastRaiser;

    CulpritSearch(ExceptionInfo exception, Sites sites) {
        this.sites = sites;
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
            if (raising && passOver(site, frame.inApp())) {
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

    private boolean passOver(Site site, boolean inApp) {
        Blame.Role role = sites == Sites.JVM ? blame.of(site) : Blame.Role.TO_BLAME;
        if (role == Blame.Role.TO_BLAME) {
            return false;
        }
        if (inApp) {
            passedOver.add(new Culprit.PassedOver(site, role));
            lastRaiser = site;
        }
        return true;
    }

    /** Who shares the blame: the caller of a function without a name, of one that asked a factory for the exception, of one that only took what it was given. */
    private @Nullable Site caller(int at, Site culprit, @Nullable Site called) {
        if (culprit.isUnnamed()) {
            return nextNamed(at + 1);
        }
        boolean shared = passedOver(Blame.Role.FACTORY)
                || called == null && Arguments.areToBlame(culprit, exception, passedOver(Blame.Role.GUARD));
        return shared ? directCaller(at + 1, culprit) : null;
    }

    private boolean passedOver(Blame.Role role) {
        for (Culprit.PassedOver frame : passedOver) {
            if (frame.role() == role) {
                return true;
            }
        }
        return false;
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
