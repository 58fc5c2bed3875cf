package io.errortracker.noise;

import io.errortracker.event.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The paths below which the tracker itself answers. */
record OwnPaths(List<String> paths) {

    boolean hold(@Nullable Request request) {
        String path = Requests.path(request);
        return path != null && paths.stream().anyMatch(own -> path.equals(own) || path.startsWith(own + "/"));
    }
}
