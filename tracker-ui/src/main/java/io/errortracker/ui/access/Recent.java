package io.errortracker.ui.access;

import java.util.LinkedHashMap;
import java.util.Map;

/** A table that forgets what was not looked at for longest, so that no flood of keys can fill the heap. Not thread-safe. */
final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    private final int max;

    Recent(int max) {
        super(16, 0.75f, true);
        this.max = max;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > max;
    }
}
