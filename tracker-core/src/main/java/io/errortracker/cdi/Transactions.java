package io.errortracker.cdi;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/** The JTA transaction of the current thread; only looked at. */
final class Transactions {
    private static final String REGISTRY = "java:comp/TransactionSynchronizationRegistry";

    private Transactions() {}

    /** Its status in a word; null when it cannot be known. */
    static @Nullable String status() {
        try {
            return Registry.status();
        } catch (NamingException | RuntimeException | LinkageError unknown) {
            return null;
        }
    }

    /** Loaded only where the server has JTA. */
    private static final class Registry {
        @SuppressWarnings("BanJNDI") // a fixed name, which the container itself resolves
        static @Nullable String status() throws NamingException {
            return InitialContext.doLookup(REGISTRY) instanceof TransactionSynchronizationRegistry registry
                    ? word(registry.getTransactionStatus())
                    : null;
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
                case Status.STATUS_NO_TRANSACTION -> "none";
                default -> "unknown";
            };
        }
    }
}
