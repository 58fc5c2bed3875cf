/** What the bundled libraries log goes to the platform's logger, quietly. */
package io.errortracker.bundled.quiet;
