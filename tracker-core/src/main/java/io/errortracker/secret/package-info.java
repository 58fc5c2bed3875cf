/** Secrets at rest: passwords and tokens are kept as hashes only and compared in constant time. */
@NullMarked
package io.errortracker.secret;

import org.jspecify.annotations.NullMarked;
