package io.errortracker.scrub;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Removes secrets from JSON-like values: by the key they are found under, and by what they are. */
final class ValueRules {
    private static final int DEEPEST = 40;
    private static final Set<String> ADDRESS_KEYS =
            Set.of("url", "uri", "path", "from", "to", "href", "http.url", "location");
    private static final Set<String> QUERY_KEYS = Set.of("query", "query_string", "http.query", "url.query");

    private final KeyRules keys;
    private final Profiles profiles;
    private final boolean keepAddresses;

    /** @param keepAddresses whether addresses of the network may stay */
    ValueRules(KeyRules keys, Profiles profiles, boolean keepAddresses) {
        this.keys = keys;
        this.profiles = profiles;
        this.keepAddresses = keepAddresses;
    }

    /** The same instance when nothing has to change. */
    Map<String, Object> entries(Map<String, Object> map) {
        return entries(map, 0);
    }

    /** All of these under a secret key. */
    Map<String, Object> secretEntries(Map<String, Object> map) {
        Map<String, Object> hidden = new LinkedHashMap<>();
        map.forEach((key, value) -> hidden.put(key(key), isOpen(value) ? value : Words.SCRUBBED));
        return hidden;
    }

    /** The same instance when nothing has to change. */
    Map<String, String> words(Map<String, String> map) {
        Map<String, String> scrubbed = new LinkedHashMap<>();
        boolean same = true;
        for (Map.Entry<String, String> entry : map.entrySet()) {
            String key = key(entry.getKey());
            String value = String.valueOf(named(entry.getKey(), key, entry.getValue(), 0));
            same &= key.equals(entry.getKey()) && value.equals(entry.getValue());
            scrubbed.put(key, value);
        }
        return same ? map : scrubbed;
    }

    private Map<String, Object> entries(Map<?, ?> map, int depth) {
        Map<String, @Nullable Object> scrubbed = new LinkedHashMap<>();
        boolean namesSecret = namesSecret(map);
        boolean same = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String name = String.valueOf(entry.getKey());
            String key = key(name);
            Object value = namesSecret && name.equals("value")
                    ? hidden(entry.getValue())
                    : named(name, key, entry.getValue(), depth);
            same &= value == entry.getValue() && key.equals(entry.getKey());
            scrubbed.put(key, value);
        }
        return same ? jsonObject(map) : jsonObject(Collections.unmodifiableMap(scrubbed));
    }

    /** JSON objects may hold nulls; the contract's maps do not say so in their type. All keys were found to be strings. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> jsonObject(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }

    /** {@code {"name": "password", "value": "x"}}. */
    private boolean namesSecret(Map<?, ?> map) {
        return map.containsKey("value")
                && ((map.get("name") instanceof String name && isSecret(name))
                        || (map.get("key") instanceof String key && isSecret(key)));
    }

    /** Whether a name tells of a secret, as it is or as it will be read. */
    boolean isSecret(String name) {
        return keys.isSecret(name) || (!keys.isKept(name) && keys.isSecret(key(name)));
    }

    /** What a name becomes may tell more than it did: a word stands alone where a secret was cut off. */
    private @Nullable Object named(String name, String key, @Nullable Object value, int depth) {
        Object scrubbed = guarded(name, value, depth);
        return key.equals(name) ? scrubbed : guarded(key, scrubbed, depth);
    }

    /** A value whose rules fail is left out, and only that one. */
    private @Nullable Object guarded(String key, @Nullable Object value, int depth) {
        try {
            return value(key, value, depth);
        } catch (RuntimeException | StackOverflowError failed) {
            return Words.FAILED;
        }
    }

    private @Nullable Object value(String key, @Nullable Object value, int depth) {
        if (value == null || keys.isKept(key)) {
            return value;
        }
        if (keys.isSecret(key)) {
            return hidden(value);
        }
        if (!keepAddresses && value instanceof String && keys.isAddress(key)) {
            return Words.IP;
        }
        if (value instanceof String text) {
            return text(key, text);
        }
        return other(value, depth);
    }

    private String text(String key, String text) {
        if (SecretWords.isOne(text, keys)) {
            return Words.SCRUBBED;
        }
        if (ADDRESS_KEYS.contains(key)) {
            return profiles.address().scrub(text);
        }
        return profiles.prose().scrub(QUERY_KEYS.contains(key) ? query(text) : text);
    }

    /** The same text when it is no query. */
    private String query(String text) {
        return text.indexOf('=') < 0 || text.indexOf(' ') >= 0
                ? text
                : profiles.queries().scrub(text);
    }

    private static @Nullable Object hidden(@Nullable Object value) {
        return isOpen(value) ? value : Words.SCRUBBED;
    }

    /** Nothing, yes and no tell no secret. */
    private static boolean isOpen(@Nullable Object value) {
        return value == null || value instanceof Boolean || value.equals("");
    }

    private Object other(Object value, int depth) {
        if (value instanceof Number number) {
            return CardNumbers.isCard(digits(number)) ? Words.CARD : number;
        }
        if (value instanceof Boolean) {
            return value;
        }
        if (depth >= DEEPEST) {
            return Words.FAILED;
        }
        if (value instanceof Map<?, ?> map) {
            return entries(map, depth + 1);
        }
        if (value instanceof List<?> list) {
            return items(list, depth + 1);
        }
        return value.getClass().getTypeName();
    }

    private static String digits(Number number) {
        return number instanceof Long || number instanceof java.math.BigInteger ? number.toString() : "";
    }

    private List<?> items(List<?> list, int depth) {
        if (list.size() == 2 && list.get(0) instanceof String name && isSecret(name)) {
            List<@Nullable Object> pair = new ArrayList<>();
            pair.add(key(name));
            pair.add(hidden(list.get(1)));
            return pair.equals(list) ? list : pair;
        }
        List<@Nullable Object> scrubbed = new ArrayList<>(list.size());
        boolean same = true;
        for (Object item : list) {
            Object value = guarded("", item, depth);
            same &= value == item;
            scrubbed.add(value);
        }
        return same ? list : Collections.unmodifiableList(scrubbed);
    }

    /** A key is foreign text as well. */
    private String key(String key) {
        return profiles.prose().scrub(key);
    }
}
