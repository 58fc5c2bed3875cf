package io.errortracker.cdi;

import jakarta.ejb.ApplicationException;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.rmi.RemoteException;
import org.jspecify.annotations.Nullable;

/**
 * Whether an exception that leaves a call makes the container roll the call's transaction back: Jakarta Transactions 2.0, section 3.7,
 * for {@code @Transactional}; Jakarta Enterprise Beans 4.0 Core, section 9, for enterprise beans.
 */
final class RollbackRules {
    private RollbackRules() {}

    static boolean rollsBack(InvocationContext invocation, Throwable thrown) {
        Class<?> target = Calls.target(invocation);
        if (Marks.isEjb(target)) {
            return EnterpriseBean.rollsBack(target, thrown);
        }
        Transactional rules = rules(invocation, target);
        return rules != null && rollsBack(rules, thrown);
    }

    private static @Nullable Transactional rules(InvocationContext invocation, Class<?> target) {
        Transactional ofMethod = find(invocation.getMethod());
        return ofMethod != null ? ofMethod : find(target);
    }

    private static @Nullable Transactional find(AnnotatedElement element) {
        Transactional own = element.getAnnotation(Transactional.class);
        if (own != null) {
            return own;
        }
        for (Annotation stereotype : element.getAnnotations()) {
            Transactional inherited = stereotype.annotationType().getAnnotation(Transactional.class);
            if (inherited != null) {
                return inherited;
            }
        }
        return null;
    }

    static boolean rollsBack(Transactional rules, Throwable thrown) {
        if (isAny(thrown, rules.dontRollbackOn())) {
            return false;
        }
        return isUnchecked(thrown) || isAny(thrown, rules.rollbackOn());
    }

    private static boolean isAny(Throwable thrown, Class<?>[] types) {
        for (Class<?> type : types) {
            if (type.isInstance(thrown)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnchecked(Throwable thrown) {
        return thrown instanceof RuntimeException || thrown instanceof Error;
    }

    /** Loaded only for enterprise beans, and so where their API is. */
    static final class EnterpriseBean {
        private EnterpriseBean() {}

        static boolean rollsBack(Class<?> bean, Throwable thrown) {
            TransactionManagement management = bean.getAnnotation(TransactionManagement.class);
            if (management != null && management.value() == TransactionManagementType.BEAN) {
                return false;
            }
            ApplicationException agreed = agreed(thrown.getClass());
            return agreed == null ? isUnchecked(thrown) || thrown instanceof RemoteException : agreed.rollback();
        }

        /** The mark of the exception's class, or one of a class it extends that is meant for subclasses too. */
        private static @Nullable ApplicationException agreed(Class<?> thrown) {
            for (Class<?> type = thrown; type != null; type = type.getSuperclass()) {
                ApplicationException mark = type.getAnnotation(ApplicationException.class);
                if (mark != null) {
                    return type == thrown || mark.inherited() ? mark : null;
                }
            }
            return null;
        }
    }
}
