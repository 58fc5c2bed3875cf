/** Functions ErrorEvent -> ErrorEvent that remove secrets and personal data, by key and by value, in linear time. */
@NullMarked
package io.errortracker.scrub;

import org.jspecify.annotations.NullMarked;
