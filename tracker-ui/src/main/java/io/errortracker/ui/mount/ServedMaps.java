package io.errortracker.ui.mount;

import jakarta.servlet.ServletContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Looks for source maps that the application itself hands to everybody who asks: they tell its source. */
final class ServedMaps {
    private static final int MOST_PATHS = 20_000;
    private static final int MOST_MAPS = 1_000;

    private ServedMaps() {}

    /** Paths below the context path, at most 1,000. */
    static List<String> in(ServletContext context) {
        List<String> maps = new ArrayList<>();
        Deque<String> directories = new ArrayDeque<>(List.of("/"));
        int looked = 0;
        while (!directories.isEmpty() && looked < MOST_PATHS && maps.size() < MOST_MAPS) {
            Set<String> paths = context.getResourcePaths(directories.pop());
            for (String path : paths == null ? Set.<String>of() : paths) {
                looked++;
                if (path.endsWith("/") && !isHidden(path)) {
                    directories.push(path);
                } else if (path.endsWith(".map")) {
                    maps.add(path);
                }
            }
        }
        maps.sort(null);
        return maps;
    }

    private static boolean isHidden(String path) {
        return path.equals("/WEB-INF/") || path.equals("/META-INF/");
    }
}
