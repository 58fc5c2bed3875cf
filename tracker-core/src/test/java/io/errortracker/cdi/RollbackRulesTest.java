package io.errortracker.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.ApplicationException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class RollbackRulesTest {

    @Test
    void by_default_unchecked_exceptions_roll_back_and_checked_ones_do_not() {
        assertThat(rollsBack(Plain.class, new IllegalStateException())).isTrue();
        assertThat(rollsBack(Plain.class, new AssertionError())).isTrue();
        assertThat(rollsBack(Plain.class, new IOException())).isFalse();
    }

    @Test
    void the_bean_may_name_exceptions_that_roll_back_and_those_that_do_not_where_the_latter_win() {
        assertThat(rollsBack(Choosing.class, new IOException())).isTrue();
        assertThat(rollsBack(Choosing.class, new UncheckedIOException(new IOException())))
                .isFalse();
    }

    @Test
    void enterprise_beans_roll_back_for_system_exceptions_and_as_application_exceptions_say() {
        assertThat(RollbackRules.EnterpriseBean.rollsBack(Bean.class, new IllegalStateException()))
                .isTrue();
        assertThat(RollbackRules.EnterpriseBean.rollsBack(Bean.class, new IOException()))
                .isFalse();
        assertThat(RollbackRules.EnterpriseBean.rollsBack(Bean.class, new Agreed()))
                .isFalse();
        assertThat(RollbackRules.EnterpriseBean.rollsBack(Bean.class, new MoreAgreed()))
                .isFalse();
        assertThat(RollbackRules.EnterpriseBean.rollsBack(Bean.class, new AgreedToRollBack()))
                .isTrue();
    }

    @Test
    void a_bean_that_manages_its_transactions_itself_is_not_judged() {
        assertThat(RollbackRules.EnterpriseBean.rollsBack(OwnManagement.class, new IllegalStateException()))
                .isFalse();
    }

    private static boolean rollsBack(Class<?> bean, Throwable thrown) {
        return RollbackRules.rollsBack(bean.getAnnotation(Transactional.class), thrown);
    }

    @Transactional
    private static final class Plain {}

    @Transactional(rollbackOn = IOException.class, dontRollbackOn = UncheckedIOException.class)
    private static final class Choosing {}

    @Stateless
    private static final class Bean {}

    @Stateless
    @TransactionManagement(TransactionManagementType.BEAN)
    private static final class OwnManagement {}

    @ApplicationException
    private static class Agreed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final class MoreAgreed extends Agreed {
        private static final long serialVersionUID = 1;
    }

    @ApplicationException(rollback = true)
    private static final class AgreedToRollBack extends Exception {
        private static final long serialVersionUID = 1;
    }
}
