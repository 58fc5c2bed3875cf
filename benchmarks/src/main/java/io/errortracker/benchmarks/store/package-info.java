/** What the writer keeps up with. */
@NullMarked
package io.errortracker.benchmarks.store;

import org.jspecify.annotations.NullMarked;
