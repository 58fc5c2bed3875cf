package io.errortracker.ui.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** How somebody proves who they are at our own door. */
sealed interface SignInMethod permits PasswordSignIn, LinkSignIn {

    /** Answers a request for the sign-in page. */
    void ask(HttpServletRequest request, HttpServletResponse response) throws IOException;

    /** Whether what was sent is right; has answered when it is not. */
    boolean accepts(HttpServletRequest request, HttpServletResponse response) throws IOException;

    /** Answers a request for a page by somebody who is not signed in. */
    void turnAway(HttpServletRequest request, HttpServletResponse response) throws IOException;

    /** Answers somebody who has just signed out. */
    void signedOut(HttpServletResponse response) throws IOException;

    /** The style of the sign-in page, where there is one to be seen. */
    void style(HttpServletResponse response) throws IOException;
}
