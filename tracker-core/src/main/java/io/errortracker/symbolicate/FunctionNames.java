package io.errortracker.symbolicate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the functions around places of a minified file are called in the original. */
final class FunctionNames {
    private FunctionNames() {}

    static Map<Place, String> of(SourceMap map, byte[] minified, List<Place> places) throws BadSourceMapException {
        return new HashMap<>();
    }
}
