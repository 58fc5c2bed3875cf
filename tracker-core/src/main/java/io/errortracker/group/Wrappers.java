package io.errortracker.group;

import io.errortracker.event.ExceptionInfo;
import java.util.Set;

/** Exceptions that say nothing beyond their cause. They never count for the fingerprint; here they are also kept from heading an issue. */
final class Wrappers {
    /** Of the JDK and Jakarta EE: thrown to carry another exception across a boundary. */
    private static final Set<String> CARRIERS = Set.of(
            "ServletException",
            "EJBException",
            "EJBTransactionRolledbackException",
            "ExecutionException",
            "CompletionException",
            "UndeclaredThrowableException",
            "InvocationTargetException",
            "ExceptionInInitializerError",
            "PrivilegedActionException",
            "PersistenceException",
            "RollbackException",
            "TransactionalException",
            "FacesException",
            "ELException",
            "UncheckedIOException",
            "UnhandledException",
            "ProcessingException",
            "WrappedException");

    private Wrappers() {}

    static boolean isWrapper(ExceptionInfo exception, ExceptionInfo cause) {
        return CARRIERS.contains(exception.type()) || repeatsCause(exception, cause);
    }

    /** {@code new X(cause)} takes the cause's text for its own. */
    private static boolean repeatsCause(ExceptionInfo exception, ExceptionInfo cause) {
        String value = exception.value();
        if (value == null || value.isBlank()) {
            return true;
        }
        String name = cause.qualifiedType();
        return value.startsWith(name) && (value.length() == name.length() || value.charAt(name.length()) == ':');
    }
}
