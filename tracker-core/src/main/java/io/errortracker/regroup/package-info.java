/** Grouping that people change while it runs: the rules they write, and stored events grouped anew. */
@NullMarked
package io.errortracker.regroup;

import org.jspecify.annotations.NullMarked;
