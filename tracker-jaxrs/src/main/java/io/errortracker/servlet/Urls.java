package io.errortracker.servlet;

/** Parts of URLs that clients wrote: nothing is decoded, nothing is refused. */
final class Urls {
    private Urls() {}

    /** Without query and fragment. */
    static String withoutQuery(String url) {
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c == '?' || c == '#') {
                return url.substring(0, i);
            }
        }
        return url;
    }

    /** Without what stands before an {@code @} in its authority. */
    static String withoutUserInfo(String url) {
        int authority = authority(url);
        int end = endOfAuthority(url, authority);
        int at = url.lastIndexOf('@', end - 1);
        return at < authority ? url : url.substring(0, authority) + url.substring(at + 1);
    }

    /** Scheme and authority of an absolute URL, without a slash at its end. */
    static String origin(String url) {
        return url.substring(0, endOfAuthority(url, authority(url)));
    }

    private static int authority(String url) {
        int slashes = url.indexOf("//");
        return slashes < 0 ? 0 : slashes + 2;
    }

    private static int endOfAuthority(String url, int authority) {
        for (int i = authority; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c == '/' || c == '?' || c == '#') {
                return i;
            }
        }
        return url.length();
    }
}
