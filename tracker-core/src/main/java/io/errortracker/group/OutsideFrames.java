package io.errortracker.group;

import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.StackFrame;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What stands for the culprit where the application had no part: the first distinct frames of libraries, else of the JDK. */
final class OutsideFrames {
    private static final int FRAMES = 3;

    private OutsideFrames() {}

    static List<Site> of(ExceptionInfo exception, Sites sites) {
        Blame blame = new Blame(Site.simpleName(exception.type()));
        Set<Site> libraries = new LinkedHashSet<>();
        Set<Site> any = new LinkedHashSet<>();
        boolean raising = true;
        for (StackFrame frame : exception.frames()) {
            Site site = sites.of(frame);
            if (site == null || libraries.size() == FRAMES) {
                continue;
            }
            if (any.size() < FRAMES) {
                any.add(site);
            }
            raising = raising && blame.of(site) != Blame.Role.TO_BLAME;
            if (!raising && !PlatformTypes.contain(site.type())) {
                libraries.add(site);
            }
        }
        return new ArrayList<>(libraries.isEmpty() ? any : libraries);
    }
}
