package io.errortracker.capture;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Any object as a JSON-like value, without running code of the host's: values of the JDK are copied under caps, of everything else only
 * the type is told.
 */
final class SafeValues {
    static final int MAX_DEPTH = 5;
    static final int MAX_ITEMS = 20;
    static final int MAX_TEXT = 1_024;

    /**
     * Containers that only walk over what they hold. Views and wrappers are left out, for they may stand before a collection of the
     * host's that loads itself when it is walked over.
     */
    private static final Set<String> PLAIN_CONTAINERS = Set.of(
            "java.util.ArrayList",
            "java.util.Arrays$ArrayList",
            "java.util.LinkedList",
            "java.util.ArrayDeque",
            "java.util.HashSet",
            "java.util.LinkedHashSet",
            "java.util.TreeSet",
            "java.util.HashMap",
            "java.util.LinkedHashMap",
            "java.util.TreeMap",
            "java.util.EnumMap",
            "java.util.RegularEnumSet",
            "java.util.concurrent.ConcurrentHashMap",
            "java.util.concurrent.CopyOnWriteArrayList",
            "java.util.ImmutableCollections$List12",
            "java.util.ImmutableCollections$ListN",
            "java.util.ImmutableCollections$Set12",
            "java.util.ImmutableCollections$SetN",
            "java.util.ImmutableCollections$Map1",
            "java.util.ImmutableCollections$MapN",
            "java.util.Collections$EmptyList",
            "java.util.Collections$EmptySet",
            "java.util.Collections$EmptyMap",
            "java.util.Collections$SingletonList",
            "java.util.Collections$SingletonSet",
            "java.util.Collections$SingletonMap");

    private SafeValues() {}

    static @Nullable Object of(@Nullable Object value) {
        return of(value, 0);
    }

    private static @Nullable Object of(@Nullable Object value, int depth) {
        Object simple = simple(value);
        if (simple != null || value == null) {
            return simple;
        }
        if (depth >= MAX_DEPTH) {
            return typeOf(value);
        }
        try {
            return nested(value, depth);
        } catch (Throwable hostile) {
            return typeOf(value);
        }
    }

    private static Object nested(Object value, int depth) {
        if (value instanceof Map<?, ?> map
                && PLAIN_CONTAINERS.contains(value.getClass().getName())) {
            return copyOf(map, depth);
        }
        if (value instanceof Collection<?> items && isPlainContainer(value)) {
            return copyOf(items, depth);
        }
        return value instanceof Object[] items ? copyOf(Arrays.asList(items), depth) : typeOf(value);
    }

    /** A value that needs no depth; null for null and for everything that does. */
    static @Nullable Object simple(@Nullable Object value) {
        if (value instanceof String text) {
            return cut(text);
        }
        if (value instanceof Boolean || isNumber(value)) {
            return value;
        }
        if (value instanceof Character || isPlainText(value)) {
            return cut(String.valueOf(value));
        }
        return value instanceof Enum<?> constant ? constant.name() : null;
    }

    private static boolean isNumber(@Nullable Object value) {
        return value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte
                || value instanceof Double
                || value instanceof Float
                || (value instanceof BigDecimal && value.getClass() == BigDecimal.class)
                || (value instanceof BigInteger && value.getClass() == BigInteger.class);
    }

    /** Final or known classes of the JDK whose text is short and tells no secret. */
    private static boolean isPlainText(@Nullable Object value) {
        return value instanceof UUID
                || value instanceof URI
                || value instanceof Locale
                || value instanceof Currency
                || value instanceof Class<?>
                || ((value instanceof Temporal
                                || value instanceof TemporalAmount
                                || value instanceof ZoneId
                                || value instanceof java.util.Date)
                        && isFromJdk(value));
    }

    static boolean isPlainContainer(Object value) {
        return PLAIN_CONTAINERS.contains(value.getClass().getName());
    }

    private static boolean isFromJdk(Object value) {
        ClassLoader loader = value.getClass().getClassLoader();
        return loader == null || loader == ClassLoader.getPlatformClassLoader();
    }

    private static Map<String, Object> copyOf(Map<?, ?> map, int depth) {
        Map<String, Object> copy = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (copy.size() == MAX_ITEMS) {
                copy.put("…", (map.size() - MAX_ITEMS) + " more");
                break;
            }
            copy.put(String.valueOf(of(entry.getKey(), MAX_DEPTH)), of(entry.getValue(), depth + 1));
        }
        return copy;
    }

    private static List<Object> copyOf(Collection<?> items, int depth) {
        List<Object> copy = new ArrayList<>();
        for (Object item : items) {
            if (copy.size() == MAX_ITEMS) {
                copy.add("… " + (items.size() - MAX_ITEMS) + " more");
                break;
            }
            copy.add(of(item, depth + 1));
        }
        return copy;
    }

    static String typeOf(Object value) {
        return value.getClass().getName();
    }

    static String cut(String text) {
        return text.length() <= MAX_TEXT
                ? text
                : text.substring(0, MAX_TEXT) + "… [cut, " + text.length() + " characters in all]";
    }
}
