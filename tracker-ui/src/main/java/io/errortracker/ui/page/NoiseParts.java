package io.errortracker.ui.page;

import io.errortracker.noise.NoiseRules;
import io.errortracker.store.NoiseStore;

/**
 * Where the pages about noise look.
 *
 * @param store the rules that people made, and the counts
 * @param configured what is configured
 * @param stormPerMinute events of one issue that are stored in a minute
 * @param quotaPerHour events that are stored in an hour; 0 for as many as come
 * @since 0.1.0
 */
public record NoiseParts(NoiseStore store, NoiseRules configured, int stormPerMinute, int quotaPerHour) {}
