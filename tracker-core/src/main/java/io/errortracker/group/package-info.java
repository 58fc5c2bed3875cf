/** ErrorEvent to Fingerprint: what makes two events one issue, and why; pure, linear, versioned. */
@NullMarked
package io.errortracker.group;

import org.jspecify.annotations.NullMarked;
