/** What a request that does not fail costs. */
@NullMarked
package io.errortracker.benchmarks.request;

import org.jspecify.annotations.NullMarked;
