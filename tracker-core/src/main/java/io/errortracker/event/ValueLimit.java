package io.errortracker.event;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Makes any object a JSON-like value within the limits. Only classes of the JDK are asked for their content: an object of any other
 * class becomes the name of its class, for its methods may load, lock, log or leak.
 */
final class ValueLimit {
    private static final int MAX_BITS = 1_024;
    private static final String CUT_KEY = "…";

    private ValueLimit() {}

    /** The entries of a named group of details, such as {@code extra}; the same instance when nothing has to change. */
    static Map<String, Object> entries(Map<String, Object> map, int maxEntries) {
        return needsNoCopy(map, maxEntries) ? map : copyOf(map, maxEntries, EventLimits.MAX_DEPTH);
    }

    private static boolean needsNoCopy(Map<String, Object> map, int maxEntries) {
        if (map.size() > maxEntries) {
            return false;
        }
        for (Map.Entry<?, @Nullable Object> entry : map.entrySet()) {
            Object value = entry.getValue();
            if (!(entry.getKey() instanceof String key)
                    || key.length() > EventLimits.MAX_KEY
                    || (value != null && !isShortScalar(value))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isShortScalar(Object value) {
        return (value instanceof String text && text.length() <= EventLimits.MAX_STRING)
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Boolean
                || (value instanceof Double number && Double.isFinite(number));
    }

    private static @Nullable Object limited(@Nullable Object value, int depth) {
        if (value == null || isShortScalar(value)) {
            return value;
        }
        Object scalar = scalar(value);
        if (scalar != null) {
            return scalar;
        }
        try {
            return container(value, depth);
        } catch (RuntimeException changedWhileRead) {
            return nameOf(value);
        }
    }

    private static @Nullable Object scalar(Object value) {
        if (value instanceof String text) {
            return TextLimit.cut(text, EventLimits.MAX_STRING);
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Boolean) {
            return value;
        }
        if (value instanceof Enum<?> constant) {
            return TextLimit.cut(constant.name(), EventLimits.MAX_STRING);
        }
        if (value instanceof Class<?> type) {
            return TextLimit.cut(type.getName(), EventLimits.MAX_STRING);
        }
        return isPlainWord(value) ? TextLimit.cut(value.toString(), EventLimits.MAX_STRING) : null;
    }

    /** Final classes of the JDK whose text form is short and does nothing but format. */
    private static boolean isPlainWord(Object value) {
        return value instanceof Character
                || value instanceof UUID
                || value instanceof StringBuilder
                || value.getClass().getPackageName().equals("java.time");
    }

    private static Object number(Number number) {
        if (number instanceof Double || number instanceof Float) {
            return Double.isFinite(number.doubleValue()) ? number : number.toString();
        }
        if (number instanceof Integer || number instanceof Long || number instanceof Short || number instanceof Byte) {
            return number;
        }
        if (number instanceof AtomicInteger || number instanceof AtomicLong) {
            return number.longValue();
        }
        if (number.getClass() == BigInteger.class) {
            return ((BigInteger) number).bitLength() <= MAX_BITS ? number : nameOf(number);
        }
        if (number.getClass() == BigDecimal.class) {
            return isSmall((BigDecimal) number) ? number : nameOf(number);
        }
        return nameOf(number);
    }

    private static boolean isSmall(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MAX_BITS
                && number.unscaledValue().bitLength() <= MAX_BITS;
    }

    private static @Nullable Object container(Object value, int depth) {
        if (value instanceof Object[] array) {
            return depth <= 0 ? tooDeep() : items(Arrays.asList(array), depth);
        }
        if (!isOfTheJdk(value)) {
            return nameOf(value);
        }
        if (value instanceof Optional<?> optional) {
            return depth <= 0 ? tooDeep() : limited(optional.orElse(null), depth - 1);
        }
        if (value instanceof Map<?, ?> map) {
            return depth <= 0 ? tooDeep() : copyOf(map, EventLimits.MAX_ITEMS, depth - 1);
        }
        if (value instanceof Collection<?> collection) {
            return depth <= 0 ? tooDeep() : items(collection, depth);
        }
        return nameOf(value);
    }

    private static boolean isOfTheJdk(Object value) {
        return value.getClass().getName().startsWith("java.");
    }

    private static String tooDeep() {
        return "… [cut, nested deeper than " + EventLimits.MAX_DEPTH + "]";
    }

    private static Map<String, Object> copyOf(Map<?, ?> map, int maxEntries, int depth) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        int size = map.size();
        int keep = size <= maxEntries ? maxEntries : maxEntries - 1;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (copy.size() == keep) {
                copy.put(CUT_KEY, "[cut, " + TextLimit.grouped(size) + " entries in all]");
                break;
            }
            copy.put(keyOf(entry.getKey()), limited(entry.getValue(), depth));
        }
        return unmodifiable(copy);
    }

    @SuppressWarnings("NullAway") // JSON objects may hold nulls; the contract's maps do not say so in their type
    private static Map<String, Object> unmodifiable(Map<String, @Nullable Object> map) {
        return Collections.unmodifiableMap(map);
    }

    private static String keyOf(@Nullable Object key) {
        Object word = key == null ? "null" : scalar(key);
        return TextLimit.cut(word == null && key != null ? nameOf(key) : String.valueOf(word), EventLimits.MAX_KEY);
    }

    private static List<@Nullable Object> items(Collection<?> collection, int depth) {
        int size = collection.size();
        int keep = size <= EventLimits.MAX_ITEMS ? EventLimits.MAX_ITEMS : EventLimits.MAX_ITEMS - 1;
        List<@Nullable Object> items = new ArrayList<>(Math.min(size, EventLimits.MAX_ITEMS));
        Iterator<?> rest = collection.iterator();
        while (rest.hasNext() && items.size() < keep) {
            items.add(limited(rest.next(), depth - 1));
        }
        if (rest.hasNext()) {
            items.add("… [cut, " + TextLimit.grouped(size) + " items in all]");
        }
        return Collections.unmodifiableList(items);
    }

    private static String nameOf(Object value) {
        return TextLimit.cut(value.getClass().getTypeName(), EventLimits.MAX_STRING);
    }
}
