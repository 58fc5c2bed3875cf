/** The log's edge: what an application logs through java.util.logging becomes breadcrumbs and events. */
@NullMarked
package io.errortracker.logging;

import org.jspecify.annotations.NullMarked;
