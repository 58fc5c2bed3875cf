package io.errortracker.noise;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.Mechanism;
import io.errortracker.event.StackFrame;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Failures that are the client's doing. */
final class ClientFault {
    /** What an application captures on purpose is not judged by its answer. */
    private static final Set<String> ON_PURPOSE = Set.of("manual", "logging");

    private static final Set<String> CLIENT_EXCEPTIONS = Set.of(
            "BadRequestException",
            "ClientErrorException",
            "ForbiddenException",
            "NotAcceptableException",
            "NotAllowedException",
            "NotAuthorizedException",
            "NotFoundException",
            "NotSupportedException");

    private static final Set<String> ABORT_EXCEPTIONS = Set.of("ClientAbortException", "EofException");

    private static final List<String> ABORT_MESSAGES =
            List.of("Broken pipe", "Connection reset", "connection was aborted", "connection was forcibly closed");

    /** Where servers write answers: a broken pipe anywhere else is a connection of the application's own. */
    private static final List<String> ANSWER_WRITERS = List.of(
            "io.undertow.servlet.spec.",
            "io.undertow.io.",
            "org.apache.catalina.connector.",
            "org.apache.coyote.",
            "org.glassfish.grizzly.",
            "com.ibm.ws.webcontainer.",
            "com.ibm.wsspi.webcontainer.",
            "org.eclipse.jetty.server.",
            "org.eclipse.jetty.ee10.");

    private ClientFault() {}

    static boolean isError(ErrorEvent event) {
        ExceptionInfo thrown = event.thrown();
        if (thrown == null || isOnPurpose(event)) {
            return false;
        }
        int status = status(event);
        return status == 0 ? isClientException(thrown) : status >= 400 && status < 500;
    }

    /** Whether the application captured it itself; of a message it did. */
    static boolean isOnPurpose(ErrorEvent event) {
        ExceptionInfo thrown = event.thrown();
        Mechanism mechanism = thrown == null ? null : thrown.mechanism();
        return thrown == null || (mechanism != null && ON_PURPOSE.contains(mechanism.type()));
    }

    /** Of the answer; 0 when there was none. */
    static int status(ErrorEvent event) {
        return event.context("response", "status_code") instanceof Number status ? status.intValue() : 0;
    }

    private static boolean isClientException(ExceptionInfo thrown) {
        return ("jakarta.ws.rs".equals(thrown.module()) && CLIENT_EXCEPTIONS.contains(thrown.type()))
                || thrown.ancestry().contains("jakarta.ws.rs.ClientErrorException");
    }

    static boolean isAbort(ErrorEvent event) {
        return event.exceptions().stream().anyMatch(ClientFault::isAbort);
    }

    private static boolean isAbort(ExceptionInfo exception) {
        return ABORT_EXCEPTIONS.contains(exception.type())
                || (speaksOfAbort(exception.value())
                        && exception.frames().stream().anyMatch(ClientFault::writesAnswer));
    }

    private static boolean speaksOfAbort(@Nullable String message) {
        return message != null && ABORT_MESSAGES.stream().anyMatch(message::contains);
    }

    private static boolean writesAnswer(StackFrame frame) {
        String module = frame.module();
        return module != null && ANSWER_WRITERS.stream().anyMatch(module::startsWith);
    }
}
