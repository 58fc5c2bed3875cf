/** The subset of Sentry's web API at {@code /errors/api/0/} that scripts and Sentry's own command-line tools use. */
@NullMarked
package io.errortracker.api;

import org.jspecify.annotations.NullMarked;
