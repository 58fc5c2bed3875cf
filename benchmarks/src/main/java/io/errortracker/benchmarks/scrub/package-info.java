/** What scrubbing costs. */
@NullMarked
package io.errortracker.benchmarks.scrub;

import org.jspecify.annotations.NullMarked;
