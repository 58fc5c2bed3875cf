package io.errortracker.capture;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Renders arguments of intercepted methods as JSON-like values on the failing thread. Runs no code of the application's: no
 * {@code toString}, no getter, no record accessor, no lazy loading. Of an entity, a proxy or any other object it tells type and, where
 * a field is marked as such, id.
 *
 * <p>Never shown in any mode: {@code char[]}, {@code byte[]}, types and names that speak of passwords, secrets, credentials or tokens,
 * and whatever is marked as sensitive.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class ArgumentRenderer {
    /** What stands in place of a value that is never shown. */
    public static final String HIDDEN = "[scrubbed]";

    /** How much is told of arguments. */
    public enum Mode {
        /** Nothing. */
        OFF,
        /** Numbers, booleans, enums, dates and ids; of text and collections type and length. */
        SAFE,
        /** Text, records and collections too, under caps; the worker scrubs them. */
        FULL
    }

    /** A parameter of an intercepted method. */
    public record Parameter(String name, boolean sensitive) {}

    private static final List<String> SECRET_WORDS =
            List.of("password", "passwd", "secret", "credential", "token", "apikey", "privatekey", "passphrase");

    private final Mode mode;
    private final Predicate<Annotation> isSensitive;

    /** @param isSensitive whether an annotation of a record component or type says that it must not be shown */
    public ArgumentRenderer(Mode mode, Predicate<Annotation> isSensitive) {
        this.mode = mode;
        this.isSensitive = isSensitive;
    }

    public Mode mode() {
        return mode;
    }

    /** The arguments by parameter name; empty when the mode is {@link Mode#OFF}. Never throws. */
    public Map<String, Object> render(List<Parameter> parameters, @Nullable Object[] arguments) {
        if (mode == Mode.OFF) {
            return Map.of();
        }
        Map<String, Object> rendered = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length && i < SafeValues.MAX_ITEMS; i++) {
            Parameter parameter = i < parameters.size() ? parameters.get(i) : new Parameter("arg" + i, false);
            rendered.put(parameter.name(), renderOne(parameter, arguments[i]));
        }
        return rendered;
    }

    @SuppressWarnings("NullAway") // JSON-like maps hold nulls
    private Object renderOne(Parameter parameter, @Nullable Object argument) {
        try {
            return parameter.sensitive() || speaksOfSecrets(parameter.name()) ? HIDDEN : render(argument, 0);
        } catch (Throwable hostile) {
            return argument == null ? null : SafeValues.typeOf(argument);
        }
    }

    private @Nullable Object render(@Nullable Object value, int depth) {
        if (value == null) {
            return null;
        }
        if (isHidden(value.getClass())) {
            return HIDDEN;
        }
        if (value instanceof CharSequence text && mode == Mode.SAFE) {
            return value.getClass().getSimpleName() + "(" + lengthOf(text) + ")";
        }
        Object simple = SafeValues.simple(value);
        if (simple != null) {
            return simple;
        }
        return depth >= SafeValues.MAX_DEPTH ? typeOf(value) : renderNested(value, depth);
    }

    private Object renderNested(Object value, int depth) {
        if (value instanceof Record) {
            return renderRecord(value, depth);
        }
        if (SafeValues.isPlainContainer(value)) {
            return mode == Mode.SAFE ? sizeOf(value) : renderContainer(value, depth);
        }
        if (value instanceof Object[] items) {
            return mode == Mode.SAFE ? sizeOf(value) : renderItems(Arrays.asList(items), depth);
        }
        return describe(value);
    }

    private Object renderContainer(Object value, int depth) {
        if (!(value instanceof Map<?, ?> map)) {
            return renderItems((Collection<?>) value, depth);
        }
        Map<String, Object> rendered = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (rendered.size() == SafeValues.MAX_ITEMS) {
                rendered.put("…", (map.size() - SafeValues.MAX_ITEMS) + " more");
                break;
            }
            String key = String.valueOf(render(entry.getKey(), SafeValues.MAX_DEPTH));
            put(rendered, key, speaksOfSecrets(key) ? HIDDEN : render(entry.getValue(), depth + 1));
        }
        return rendered;
    }

    private List<Object> renderItems(Collection<?> items, int depth) {
        List<Object> rendered = new ArrayList<>();
        for (Object item : items) {
            if (rendered.size() == SafeValues.MAX_ITEMS) {
                rendered.add("… " + (items.size() - SafeValues.MAX_ITEMS) + " more");
                break;
            }
            add(rendered, render(item, depth + 1));
        }
        return rendered;
    }

    private Object renderRecord(Object value, int depth) {
        Map<String, Object> rendered = new LinkedHashMap<>();
        rendered.put("@type", value.getClass().getSimpleName());
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            put(rendered, component.getName(), renderComponent(value, component, depth));
        }
        return rendered;
    }

    private @Nullable Object renderComponent(Object value, RecordComponent component, int depth) {
        if (isMarked(component.getAnnotations()) || speaksOfSecrets(component.getName())) {
            return HIDDEN;
        }
        return render(fieldValue(value, value.getClass(), component.getName()), depth + 1);
    }

    /** Type and id of an object that is not looked into. */
    private String describe(Object value) {
        for (Class<?> type = value.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (isId(field)) {
                    Object id = SafeValues.simple(read(field, value));
                    return typeOf(value) + "(id=" + (id == null ? "?" : id) + ")";
                }
            }
        }
        return typeOf(value);
    }

    private static boolean isId(Field field) {
        if (Modifier.isStatic(field.getModifiers())) {
            return false;
        }
        for (Annotation annotation : field.getAnnotations()) {
            String name = annotation.annotationType().getName();
            if (name.equals("jakarta.persistence.Id") || name.equals("jakarta.persistence.EmbeddedId")) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Object fieldValue(Object value, Class<?> type, String name) {
        try {
            return read(type.getDeclaredField(name), value);
        } catch (NoSuchFieldException none) {
            return null;
        }
    }

    private static @Nullable Object read(Field field, Object value) {
        try {
            return field.trySetAccessible() ? field.get(value) : null;
        } catch (IllegalAccessException closed) {
            return null;
        }
    }

    private boolean isHidden(Class<?> type) {
        return type == char[].class
                || type == byte[].class
                || speaksOfSecrets(type.getSimpleName())
                || isMarked(type.getAnnotations());
    }

    private boolean isMarked(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            if (isSensitive.test(annotation)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a value of this name is never shown. */
    public static boolean speaksOfSecrets(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
        return SECRET_WORDS.stream().anyMatch(lower::contains);
    }

    private static String lengthOf(CharSequence text) {
        return text instanceof String string ? String.valueOf(string.length()) : "?";
    }

    private static String sizeOf(Object container) {
        int size = container instanceof Map<?, ?> map
                ? map.size()
                : container instanceof Collection<?> items ? items.size() : ((Object[]) container).length;
        return container.getClass().getSimpleName() + "(" + size + ")";
    }

    /** The class without its package; of a generated subclass the class it stands for. */
    private static String typeOf(Object value) {
        Class<?> type = value.getClass();
        while (type.getSuperclass() != null
                && type.getSuperclass() != Object.class
                && (type.isSynthetic()
                        || type.getName().contains("$$")
                        || type.getName().contains("$HibernateProxy"))) {
            type = type.getSuperclass();
        }
        return type.getSimpleName().isEmpty() ? type.getName() : type.getSimpleName();
    }

    @SuppressWarnings("NullAway") // JSON-like maps hold nulls
    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        map.put(key, value);
    }

    @SuppressWarnings("NullAway") // JSON-like lists hold nulls
    private static void add(List<Object> list, @Nullable Object value) {
        list.add(value);
    }
}
