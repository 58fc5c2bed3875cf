package io.errortracker.ui.mount;

import io.errortracker.health.OneLine;
import io.errortracker.health.SelfHealth;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Stands at a path before the tracker runs and after it has stopped, and answers 404 then; leads into a room while it runs. */
final class Doorway extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger("io.errortracker");

    private final String what;
    private transient volatile @Nullable Room room;

    /** What is behind it. */
    interface Room {
        /** Where it is and who may enter, for the log. */
        String describe();

        void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException;
    }

    /** @param what it leads to, for the log: {@code pages} */
    Doorway(String what) {
        this.what = what;
    }

    /** Opens a room, and says so in the log. @return null when it could not be made */
    <R extends Room> @Nullable R open(SelfHealth health, Supplier<R> make) {
        try {
            R made = make.get();
            room = made;
            health.say(Level.INFO, made.describe());
            return made;
        } catch (RuntimeException | LinkageError problem) {
            LOG.log(
                    Level.ERROR,
                    "Error Tracker''s {0} stay closed: {1}",
                    what,
                    OneLine.of(String.valueOf(problem.getMessage()), 600));
            return null;
        }
    }

    void close() {
        room = null;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Room open = room;
        if (open == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            open.service(request, response);
        }
    }
}
