package io.errortracker.symbolicate;

import io.errortracker.symbolicate.ScriptScopes.Name;
import io.errortracker.symbolicate.SourceMap.Origin;
import io.errortracker.symbolicate.SourceMap.Original;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the functions around places of a minified file are called in the original: the minified file tells where a function has its name,
 * and the source map what stood there before.
 */
final class FunctionNames {
    /** Of a script that is looked through. */
    private static final int MAX_SCRIPT = 20 << 20;

    private FunctionNames() {}

    /** @param minified UTF-8; empty when it is not there */
    static Map<Place, String> of(SourceMap map, byte[] minified, List<Place> places) throws BadSourceMapException {
        Map<Place, String> names = new HashMap<>();
        if (minified.length == 0 || minified.length > MAX_SCRIPT) {
            return names;
        }
        String script = new String(minified, StandardCharsets.UTF_8);
        Map<Place, Name> around = ScriptScopes.around(script, new TreeSet<>(places));
        Map<Place, Origin> origins =
                map.origins(around.values().stream().map(Name::place).toList());
        around.forEach((place, name) -> names.put(place, original(name, origins.get(name.place()))));
        return names;
    }

    private static String original(Name name, @Nullable Origin origin) {
        if (origin == null) {
            return name.word();
        }
        String written = origin.name() == null ? written(origin) : origin.name();
        return written == null || written.isEmpty() ? name.word() : written;
    }

    /** The word that stands at a place of the original; null when none does, or the original is not told. */
    private static @Nullable String written(Origin origin) {
        Original original = origin.original();
        if (original == null) {
            return null;
        }
        int number = origin.line() - 1;
        String line = original.lines(new TreeSet<>(List.of(number))).get(number);
        int from = origin.column() - 1;
        if (line == null || from >= line.length() || !Character.isJavaIdentifierStart(line.charAt(from))) {
            return null;
        }
        int to = from;
        while (to < line.length() && Character.isJavaIdentifierPart(line.charAt(to))) {
            to++;
        }
        return line.substring(from, to);
    }
}
