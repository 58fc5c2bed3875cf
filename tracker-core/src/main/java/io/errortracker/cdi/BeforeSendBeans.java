package io.errortracker.cdi;

import io.errortracker.BeforeSend;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Prioritized;
import jakarta.interceptor.Interceptor;
import java.util.Comparator;
import java.util.List;

/**
 * The {@link BeforeSend} beans of an application.
 *
 * @since 0.1.0
 */
public final class BeforeSendBeans {
    private BeforeSendBeans() {}

    /**
     * Every bean that implements {@link BeforeSend}, whatever its qualifiers, lowest {@code @Priority} first; one without comes last.
     * Instances of dependent beans live as long as the application. Any thread, once beans may be asked for.
     *
     * @throws jakarta.enterprise.inject.InjectionException when one cannot be made
     */
    public static List<BeforeSend> of(BeanManager beans) {
        return beans.getBeans(BeforeSend.class, Any.Literal.INSTANCE).stream()
                .sorted(Comparator.<Bean<?>>comparingInt(BeforeSendBeans::priority)
                        .thenComparing(bean -> bean.getBeanClass().getName()))
                .map(bean ->
                        (BeforeSend) beans.getReference(bean, BeforeSend.class, beans.createCreationalContext(bean)))
                .toList();
    }

    private static int priority(Bean<?> bean) {
        if (bean instanceof Prioritized prioritized) {
            return prioritized.getPriority();
        }
        Priority priority = bean.getBeanClass().getAnnotation(Priority.class);
        return priority == null ? Interceptor.Priority.PLATFORM_AFTER + 1_000 : priority.value();
    }
}
