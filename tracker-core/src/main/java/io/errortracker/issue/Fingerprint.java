package io.errortracker.issue;

import java.util.List;

/**
 * What makes two events one issue.
 *
 * @param hash 32 lower-case hex digits
 * @param version of the algorithm that made it; stored with each issue
 * @param contributions what the hash was made of and why, one line each, for "why grouped"; not part of its identity
 * @since 0.1.0
 */
public record Fingerprint(String hash, int version, List<String> contributions) {
    public Fingerprint {
        contributions = List.copyOf(contributions);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that && hash.equals(that.hash) && version == that.version;
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }
}
