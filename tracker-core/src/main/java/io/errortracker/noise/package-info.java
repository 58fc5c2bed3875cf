/** What is not worth storing, and how much of one kind is: ignore rules, sampling, storm limits. */
@NullMarked
package io.errortracker.noise;

import org.jspecify.annotations.NullMarked;
