package io.errortracker.boot;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which classes are the application's own: those of the packages that lie in {@code WEB-INF/classes}, and those that are configured. */
record InAppClasses(Set<String> packages, List<String> prefixes) implements Predicate<String> {

    @Override
    public boolean test(String className) {
        int dot = className.lastIndexOf('.');
        String packageName = dot < 0 ? "" : className.substring(0, dot);
        return packages.contains(packageName) || prefixes.stream().anyMatch(prefix -> isWithin(packageName, prefix));
    }

    private static boolean isWithin(String packageName, String prefix) {
        return packageName.equals(prefix) || packageName.startsWith(prefix + ".");
    }
}
