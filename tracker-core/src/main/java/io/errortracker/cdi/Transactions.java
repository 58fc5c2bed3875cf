package io.errortracker.cdi;

import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The JTA transaction of the current thread; only looked at. */
final class Transactions {
    private static final String REGISTRY = "java:comp/TransactionSynchronizationRegistry";

    private Transactions() {}

    /**
     * How the transaction of a call that throws stands: {@code status} in a word, and {@code rolls_back}, whether this failure ends it
     * so; empty when it cannot be known.
     */
    static Map<String, Object> of(InvocationContext invocation, Throwable thrown) {
        try {
            int status = Registry.status();
            return status == Status.STATUS_NO_TRANSACTION
                    ? Map.of("status", "none")
                    : told(word(status), isDoomed(status, invocation, thrown));
        } catch (NamingException | RuntimeException | LinkageError unknown) {
            return Map.of();
        }
    }

    private static Map<String, Object> told(String status, boolean rollsBack) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("status", status);
        told.put("rolls_back", rollsBack);
        return told;
    }

    private static boolean isDoomed(int status, InvocationContext invocation, Throwable thrown) {
        return switch (status) {
            case Status.STATUS_MARKED_ROLLBACK, Status.STATUS_ROLLEDBACK, Status.STATUS_ROLLING_BACK -> true;
            case Status.STATUS_ACTIVE -> RollbackRules.rollsBack(invocation, thrown);
            default -> false;
        };
    }

    private static String word(int status) {
        return switch (status) {
            case Status.STATUS_ACTIVE -> "active";
            case Status.STATUS_MARKED_ROLLBACK -> "marked for rollback";
            case Status.STATUS_PREPARED -> "prepared";
            case Status.STATUS_PREPARING -> "preparing";
            case Status.STATUS_COMMITTED -> "committed";
            case Status.STATUS_COMMITTING -> "committing";
            case Status.STATUS_ROLLEDBACK -> "rolled back";
            case Status.STATUS_ROLLING_BACK -> "rolling back";
            default -> "unknown";
        };
    }

    /** Loaded only where the server has JTA. */
    private static final class Registry {
        @SuppressWarnings("BanJNDI") // a fixed name, which the container itself resolves
        static int status() throws NamingException {
            return InitialContext.doLookup(REGISTRY) instanceof TransactionSynchronizationRegistry registry
                    ? registry.getTransactionStatus()
                    : Status.STATUS_NO_TRANSACTION;
        }
    }
}
