package io.errortracker.boot;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which classes are the application's own: those of the packages that lie in {@code WEB-INF/classes}, and those that are configured; but
 * not what containers generate into these packages.
 */
record InAppClasses(Set<String> packages, List<String> prefixes) implements Predicate<String> {

    /** What compilers put behind two dollar signs is code that somebody wrote: closures of Scala, inlined functions of Kotlin. */
    private static final List<String> WRITTEN = List.of("$$anonfun", "$$inlined");

    private static final List<String> GENERATED_ENDS = List.of("_Subclass", "_ClientProxy");

    @Override
    public boolean test(String className) {
        if (isGenerated(className)) {
            return false;
        }
        int dot = className.lastIndexOf('.');
        String packageName = dot < 0 ? "" : className.substring(0, dot);
        return packages.contains(packageName) || prefixes.stream().anyMatch(prefix -> isWithin(packageName, prefix));
    }

    private static boolean isWithin(String packageName, String prefix) {
        return packageName.equals(prefix) || packageName.startsWith(prefix + ".");
    }

    /** Proxies, subclasses and views that a container made: {@code Orders$Proxy$_$$_WeldSubclass}, {@code Orders$$$view4}. */
    private static boolean isGenerated(String className) {
        return (className.contains("$$") && WRITTEN.stream().noneMatch(className::contains))
                || className.contains("$Proxy")
                || className.contains("$HibernateProxy$")
                || GENERATED_ENDS.stream().anyMatch(className::endsWith);
    }
}
