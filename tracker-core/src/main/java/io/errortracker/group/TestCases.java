package io.errortracker.group;

import java.util.List;
import java.util.Set;

/** Methods a test runner calls: they are ways in, each its own, while what they try is one thing. */
final class TestCases {
    private static final Set<String> LAST_WORDS = Set.of("test", "tests", "it");

    private TestCases() {}

    /** {@code CartTest}, {@code CartTests}, {@code CartTestCase}, {@code TestCart}, {@code CartIT}. */
    static boolean is(Site site) {
        List<String> words = Words.of(outermost(site.type()));
        int last = words.size() - 1;
        return last > 0
                && (LAST_WORDS.contains(words.get(last))
                        || words.get(0).equals("test")
                        || words.get(last).equals("case") && words.get(last - 1).equals("test"));
    }

    /** The class, whichever of its methods. */
    static Site anyOf(Site site) {
        return new Site(site.type(), Site.ANY);
    }

    private static String outermost(String type) {
        int start = type.lastIndexOf('.') + 1;
        int end = type.indexOf('$', start);
        return end < 0 ? type.substring(start) : type.substring(start, end);
    }
}
