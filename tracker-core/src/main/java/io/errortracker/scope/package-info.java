/** What surrounds the code now: user, tags, breadcrumbs, and where a request tells about itself. */
@NullMarked
package io.errortracker.scope;

import org.jspecify.annotations.NullMarked;
