package io.errortracker.cdi;

import io.errortracker.GlobalErrorTracker;
import io.errortracker.ScopedErrorTracker;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Notes how the transaction of a {@code @Transactional} call stands when the call throws, and goes on throwing. Captures nothing: whether
 * it is a failure at all is seen further out, when the transaction has ended already.
 *
 * <p>Stands just inside of the container's own interceptor for {@code @Transactional}.
 *
 * @since 0.1.0
 */
@Interceptor
@Transacted
@Priority(TransactionInterceptor.PRIORITY)
public class TransactionInterceptor implements Serializable {
    /** Jakarta Transactions 2.0, section 3.7, gives the container's interceptor {@code PLATFORM_BEFORE + 200}. */
    static final int PRIORITY = Interceptor.Priority.PLATFORM_BEFORE + 201;

    private static final long serialVersionUID = 1;

    @AroundInvoke
    @Nullable
    Object aroundInvoke(InvocationContext invocation) throws Exception {
        try {
            return invocation.proceed();
        } catch (Throwable thrown) {
            note(invocation, thrown);
            throw thrown;
        }
    }

    private static void note(InvocationContext invocation, Throwable thrown) {
        ScopedErrorTracker tracker = GlobalErrorTracker.running();
        if (tracker == null) {
            return;
        }
        try {
            tracker.capturer().noteTransaction(thrown, Transactions.of(invocation, thrown));
        } catch (Throwable failure) {
            tracker.capturer().failed("looking at the transaction", failure);
        }
    }
}
