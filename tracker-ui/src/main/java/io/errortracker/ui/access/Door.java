package io.errortracker.ui.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** One way to tell who comes. */
sealed interface Door permits ContainerDoor, DevDoor, OwnDoor {

    /** As {@link Gate#enter}. */
    Optional<Visitor> enter(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException;
}
