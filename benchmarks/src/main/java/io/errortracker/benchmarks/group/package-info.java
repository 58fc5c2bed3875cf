/** How well grouping groups, and what it costs. */
@NullMarked
package io.errortracker.benchmarks.group;

import org.jspecify.annotations.NullMarked;
