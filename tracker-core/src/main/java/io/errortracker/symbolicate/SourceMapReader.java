package io.errortracker.symbolicate;

import io.errortracker.symbolicate.JsonBytes.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads source maps of version 3 as the standard has them, ECMA-426, those with sections included. */
final class SourceMapReader {
    private static final int MAX_SOURCES = 100_000;
    private static final int MAX_NAMES = 2_000_000;
    private static final int MAX_SECTIONS = 10_000;

    private final byte[] json;
    private final JsonBytes in;

    SourceMapReader(byte[] json) {
        this.json = json;
        this.in = new JsonBytes(json);
    }

    List<Section> read() throws BadSourceMapException {
        Draft draft = draft(true);
        in.expectEnd();
        List<Section> sections = draft.sections;
        if (sections == null) {
            return List.of(new Section(new Place(0, 0), draft.flat()));
        }
        if (draft.mappings != null) {
            throw new BadSourceMapException("it has both mappings and sections");
        }
        draft.checkVersion();
        return List.copyOf(sections);
    }

    private Draft draft(boolean mayHaveSections) throws BadSourceMapException {
        if (in.peek() != '{') {
            throw new BadSourceMapException("it is not a JSON object");
        }
        in.expect('{');
        Draft draft = new Draft();
        if (in.take('}')) {
            return draft;
        }
        do {
            field(in.key(), draft, mayHaveSections);
        } while (in.more('}'));
        return draft;
    }

    private void field(String name, Draft draft, boolean mayHaveSections) throws BadSourceMapException {
        switch (name) {
            case "version" -> draft.version = in.wholeNumber("its version is not a number");
            case "file" -> optionalText("file");
            case "sourceRoot" -> draft.sourceRoot = optionalText("sourceRoot");
            case "sources" -> draft.sources = texts("sources", MAX_SOURCES, true);
            case "sourcesContent" -> draft.contents = texts("sourcesContent", MAX_SOURCES, true);
            case "names" -> draft.names = texts("names", MAX_NAMES, false);
            case "mappings" -> draft.mappings = mappings();
            case "ignoreList" -> draft.ignored = ignored();
            case "x_google_ignoreList" -> draft.ignored = draft.ignored.isEmpty() ? ignored() : skipped(draft.ignored);
            case "sections" -> draft.sections = sections(mayHaveSections);
            default -> in.skip();
        }
    }

    private BitSet skipped(BitSet known) throws BadSourceMapException {
        in.skip();
        return known;
    }

    private @Nullable String optionalText(String field) throws BadSourceMapException {
        if (in.takeNull()) {
            return null;
        }
        if (!in.isString()) {
            throw new BadSourceMapException("its " + field + " is not a string");
        }
        return in.text(in.string());
    }

    private byte[] mappings() throws BadSourceMapException {
        if (!in.isString()) {
            throw new BadSourceMapException("its mappings are not a string");
        }
        Span span = in.string();
        for (int i = span.from(); i < span.to(); i++) {
            if (json[i] == '\\') {
                return in.text(span).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            }
        }
        return Arrays.copyOfRange(json, span.from(), span.to());
    }

    /** Pairs of ends; two zeros for null. */
    private Spans texts(String field, int max, boolean mayBeNull) throws BadSourceMapException {
        list(field);
        Spans spans = new Spans();
        if (in.take(']')) {
            return spans;
        }
        do {
            if (mayBeNull && in.takeNull()) {
                spans.add(0, 0);
            } else if (in.isString()) {
                Span span = in.string();
                spans.add(span.from(), span.to());
            } else {
                throw new BadSourceMapException(
                        "its " + field + " hold what is no string" + (mayBeNull ? " and not null" : ""));
            }
            if (spans.size() > max) {
                throw new BadSourceMapException("it has more than " + max + " " + field);
            }
        } while (in.more(']'));
        return spans;
    }

    private void list(String field) throws BadSourceMapException {
        if (in.peek() != '[') {
            throw new BadSourceMapException("its " + field + " are not a list");
        }
        in.expect('[');
    }

    private BitSet ignored() throws BadSourceMapException {
        BitSet ignored = new BitSet();
        list("ignored sources");
        if (in.take(']')) {
            return ignored;
        }
        do {
            int source = in.wholeNumber("its ignoreList holds what is no number");
            if (source < 0 || source >= MAX_SOURCES) {
                throw new BadSourceMapException("its ignoreList names a source that it does not list");
            }
            ignored.set(source);
        } while (in.more(']'));
        return ignored;
    }

    private List<Section> sections(boolean mayHaveSections) throws BadSourceMapException {
        if (!mayHaveSections) {
            throw new BadSourceMapException("a section of it has sections itself");
        }
        list("sections");
        List<Section> sections = new ArrayList<>();
        if (in.take(']')) {
            return sections;
        }
        do {
            Section section = section();
            if (!sections.isEmpty()
                    && section.offset()
                                    .compareTo(sections.get(sections.size() - 1).offset())
                            <= 0) {
                throw new BadSourceMapException("its sections are not in order");
            }
            sections.add(section);
            if (sections.size() > MAX_SECTIONS) {
                throw new BadSourceMapException("it has more than " + MAX_SECTIONS + " sections");
            }
        } while (in.more(']'));
        return sections;
    }

    private Section section() throws BadSourceMapException {
        if (in.peek() != '{') {
            throw new BadSourceMapException("a section of it is no object");
        }
        in.expect('{');
        Place offset = null;
        FlatMap map = null;
        if (!in.take('}')) {
            do {
                switch (in.key()) {
                    case "offset" -> offset = offset();
                    case "map" -> map = draft(false).flat();
                    case "url" -> throw new BadSourceMapException("a section of it lies in another file");
                    default -> in.skip();
                }
            } while (in.more('}'));
        }
        if (offset == null || map == null) {
            throw new BadSourceMapException("a section of it has no " + (map == null ? "map" : "offset"));
        }
        return new Section(offset, map);
    }

    private Place offset() throws BadSourceMapException {
        if (in.peek() != '{') {
            throw new BadSourceMapException("the offset of a section is no object");
        }
        in.expect('{');
        int line = -1;
        int column = -1;
        if (!in.take('}')) {
            do {
                switch (in.key()) {
                    case "line" -> line = in.wholeNumber("the line of a section is no number");
                    case "column" -> column = in.wholeNumber("the column of a section is no number");
                    default -> in.skip();
                }
            } while (in.more('}'));
        }
        if (line < 0 || column < 0) {
            throw new BadSourceMapException("the offset of a section has no line or no column");
        }
        return new Place(line, column);
    }

    /** Many pairs of numbers in little memory. */
    private static final class Spans {
        private int[] ends = new int[16];
        private int size;

        void add(int from, int to) {
            if (2 * size == ends.length) {
                ends = Arrays.copyOf(ends, 4 * size);
            }
            ends[2 * size] = from;
            ends[2 * size + 1] = to;
            size++;
        }

        int size() {
            return size;
        }

        @Nullable
        Span get(int index) {
            return ends[2 * index + 1] == 0 ? null : new Span(ends[2 * index], ends[2 * index + 1]);
        }

        int[] array() {
            return Arrays.copyOf(ends, 2 * size);
        }
    }

    /** The fields of a map in whichever order they come. */
    private final class Draft {
        private @Nullable Integer version;
        private @Nullable String sourceRoot;
        private @Nullable Spans sources;
        private Spans contents = new Spans();
        private Spans names = new Spans();
        private byte @Nullable [] mappings;
        private BitSet ignored = new BitSet();
        private @Nullable List<Section> sections;

        void checkVersion() throws BadSourceMapException {
            if (version == null || version != 3) {
                throw new BadSourceMapException(version == null ? "it has no version" : "its version is not 3");
            }
        }

        FlatMap flat() throws BadSourceMapException {
            checkVersion();
            Spans listed = sources;
            byte[] given = mappings;
            if (listed == null || given == null) {
                throw new BadSourceMapException("it has no " + (listed == null ? "sources" : "mappings"));
            }
            if (ignored.length() > listed.size()) {
                throw new BadSourceMapException("its ignoreList names a source that it does not list");
            }
            List<@Nullable String> named = new ArrayList<>(listed.size());
            List<@Nullable Span> texts = new ArrayList<>(listed.size());
            for (int i = 0; i < listed.size(); i++) {
                Span source = listed.get(i);
                named.add(source == null ? null : SourceNames.rooted(sourceRoot, in.text(source)));
                texts.add(i < contents.size() ? contents.get(i) : null);
            }
            return new FlatMap(json, named, texts, names.array(), given, ignored);
        }
    }
}
