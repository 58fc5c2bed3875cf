/** Ports of the store: what the pipeline records, what people look at and do. */
@NullMarked
package io.errortracker.store;

import org.jspecify.annotations.NullMarked;
