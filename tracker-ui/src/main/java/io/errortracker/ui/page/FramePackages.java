package io.errortracker.ui.page;

import io.errortracker.event.StackFrame;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says whose frames were folded: {@code 6 frames of jakarta.ejb, org.jboss.weld}. */
final class FramePackages {
    private static final Set<String> TOP = Set.of("org", "com", "io", "net", "de", "fr", "uk", "eu", "dev", "ch");
    private static final int MOST = 3;

    private FramePackages() {}

    static String summary(List<StackFrame> frames) {
        Set<String> owners = new LinkedHashSet<>();
        for (StackFrame frame : frames) {
            String module = frame.module();
            if (module != null) {
                owners.add(owner(module));
            }
        }
        String count = Amount.of(frames.size(), "frame");
        if (owners.isEmpty()) {
            return count;
        }
        String named = String.join(", ", owners.stream().limit(MOST).toList());
        return count + " of " + ForeignText.plain(named) + (owners.size() > MOST ? " and others" : "");
    }

    /** {@code org.jboss.weld} of {@code org.jboss.weld.bean.proxy.Handler}, {@code java.util} of {@code java.util.ArrayList}. */
    private static String owner(String module) {
        String[] parts = module.split("\\.", -1);
        int wanted = TOP.contains(parts[0]) ? 3 : 2;
        int length = Math.max(1, Math.min(wanted, parts.length - 1));
        return String.join(".", List.of(parts).subList(0, length));
    }
}
