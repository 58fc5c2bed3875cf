package io.errortracker.group;

import io.errortracker.event.ExceptionInfo;
import java.util.Set;

/** Exceptions that say nothing beyond their cause. They never count for the fingerprint; here they are also kept from heading an issue. */
final class Wrappers {
    /** Of the JDK and Jakarta EE: thrown to carry another exception across a boundary. */
    private static final Set<String> CARRIERS = Set.of(
            "ServletException",
            "NestedServletException",
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

    /** Types that tell nothing by themselves. */
    private static final Set<String> PLAIN = Set.of(
            "RuntimeException",
            "Exception",
            "Error",
            "Throwable",
            "IllegalStateException",
            "IllegalArgumentException",
            "IOException");

    private Wrappers() {}

    static boolean isWrapper(ExceptionInfo exception, ExceptionInfo cause) {
        return CARRIERS.contains(exception.type()) || PLAIN.contains(exception.type()) && addsNothing(exception, cause);
    }

    /** {@code new RuntimeException(cause)} takes the cause's text for its own; others quote it. */
    private static boolean addsNothing(ExceptionInfo exception, ExceptionInfo cause) {
        String value = exception.value();
        return value == null || value.isBlank() || value.contains(cause.qualifiedType());
    }
}
