/** What keeps happening: an {@link io.errortracker.issue.Issue} is the events that share a fingerprint. */
@NullMarked
package io.errortracker.issue;

import org.jspecify.annotations.NullMarked;
