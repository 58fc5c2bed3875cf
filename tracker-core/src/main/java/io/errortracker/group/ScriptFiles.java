package io.errortracker.group;

/** The part of a script's address that outlives a deployment: no host, query, fragment or content hash; the last two path segments. */
final class ScriptFiles {
    /** Vite's and Rollup's hashes have this length. */
    private static final int ROLLUP_HASH = 8;

    private static final int SHORTEST_HASH = 6;

    private ScriptFiles() {}

    static String neutral(String address) {
        String path = withoutQuery(withoutHost(address.replace('\\', '/')));
        int last = path.lastIndexOf('/');
        int previous = last <= 0 ? -1 : path.lastIndexOf('/', last - 1);
        String file = withoutHash(path.substring(last + 1));
        if (last <= 0) {
            return file;
        }
        String folder = path.substring(previous + 1, last);
        return folder.isEmpty() || folder.equals(".") || looksRandom(folder) ? file : folder + "/" + file;
    }

    private static String withoutHost(String address) {
        int scheme = address.indexOf("://");
        if (scheme < 0) {
            return address;
        }
        int path = address.indexOf('/', scheme + 3);
        return path < 0 ? "" : address.substring(path);
    }

    private static String withoutQuery(String path) {
        int query = path.indexOf('?');
        int fragment = path.indexOf('#');
        int end = query < 0 ? path.length() : query;
        return path.substring(0, fragment >= 0 && fragment < end ? fragment : end);
    }

    private static String withoutHash(String file) {
        int extension = file.lastIndexOf('.');
        String stem = extension <= 0 ? file : file.substring(0, extension);
        String ending = extension <= 0 ? "" : file.substring(extension);
        int hash = stem.length() - ROLLUP_HASH;
        if (hash > 1 && stem.charAt(hash - 1) == '-' && looksRandom(stem.substring(hash))) {
            return stem.substring(0, hash) + "#" + ending;
        }
        return neutralParts(stem) + ending;
    }

    private static String neutralParts(String stem) {
        StringBuilder neutral = new StringBuilder(stem.length());
        int start = 0;
        for (int at = 0; at <= stem.length(); at++) {
            if (at == stem.length() || isSeparator(stem.charAt(at))) {
                String part = stem.substring(start, at);
                neutral.append(looksRandom(part) || isNumber(part) ? "#" : part);
                if (at < stem.length()) {
                    neutral.append(stem.charAt(at));
                }
                start = at + 1;
            }
        }
        return neutral.toString();
    }

    private static boolean isSeparator(char c) {
        return c == '.' || c == '-' || c == '_' || c == '~';
    }

    private static boolean isNumber(String part) {
        return !part.isEmpty() && part.chars().allMatch(Character::isDigit);
    }

    /** Long enough for a hash, and written as no word is: digits among letters, or capitals where no word begins. */
    private static boolean looksRandom(String part) {
        if (part.length() < SHORTEST_HASH) {
            return false;
        }
        int digits = 0;
        int turns = 0;
        for (int at = 0; at < part.length(); at++) {
            char c = part.charAt(at);
            if (Character.isDigit(c)) {
                digits++;
            } else if (at > 0 && Character.isUpperCase(c) && !Character.isLowerCase(part.charAt(at - 1))) {
                turns++;
            }
        }
        boolean hex = part.chars().allMatch(c -> Character.digit(c, 16) >= 0);
        return digits > 0 && (hex || digits > 1 || turns > 0)
                || part.length() == ROLLUP_HASH && turns > 0
                || hex && part.length() >= ROLLUP_HASH;
    }
}
