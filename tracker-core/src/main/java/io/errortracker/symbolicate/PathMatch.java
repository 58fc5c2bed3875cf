package io.errortracker.symbolicate;

import io.errortracker.store.ArtifactFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds among the files of a release the one that a URL means. Uploaders write {@code ~} for scheme and host, and often leave out the path
 * below which the application is served: the longest common end decides.
 */
final class PathMatch {
    private PathMatch() {}

    /** The path of a URL: without scheme, host, query, and a tilde in their place. */
    static String path(String url) {
        String path = url;
        int scheme = path.indexOf("://");
        if (scheme >= 0) {
            int slash = path.indexOf('/', scheme + 3);
            path = slash < 0 ? "/" : path.substring(slash);
        } else if (path.startsWith("~")) {
            path = path.substring(1);
        }
        int end = path.length();
        for (int i = 0; i < end; i++) {
            if (path.charAt(i) == '?' || path.charAt(i) == '#') {
                end = i;
            }
        }
        return path.substring(0, end).replace('\\', '/');
    }

    static String baseName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Another file beside one: {@code app.js.map} beside {@code ~/assets/app.js}. */
    static String beside(String url, String other) {
        if (other.contains("://") || other.startsWith("/") || other.startsWith("~")) {
            return other;
        }
        String plain = other.startsWith("./") ? other.substring(2) : other;
        return url.substring(0, url.lastIndexOf('/') + 1) + plain;
    }

    /**
     * The best of several, the earlier of two that are as good.
     *
     * @param dist the build that is preferred; null for any
     */
    static @Nullable ArtifactFile best(
            List<ArtifactFile> files, ArtifactFile.Kind kind, String path, @Nullable String dist) {
        ArtifactFile best = null;
        int most = 0;
        for (ArtifactFile file : files) {
            boolean fits =
                    file.kind() == kind && (file.dist().isEmpty() || file.dist().equals(dist));
            int score = fits ? score(path, path(file.url())) : 0;
            score = score == 0 ? 0 : 2 * score + (file.dist().equals(dist) ? 1 : 0);
            if (score > most) {
                most = score;
                best = file;
            }
        }
        return best;
    }

    /** How many last parts are the same, when one path is the end of the other; else 0. */
    private static int score(String one, String other) {
        String[] a = parts(one);
        String[] b = parts(other);
        int shorter = Math.min(a.length, b.length);
        for (int i = 1; i <= shorter; i++) {
            if (!a[a.length - i].equals(b[b.length - i])) {
                return 0;
            }
        }
        return shorter;
    }

    private static String[] parts(String path) {
        return (path.startsWith("/") ? path.substring(1) : path).split("/", -1);
    }
}
