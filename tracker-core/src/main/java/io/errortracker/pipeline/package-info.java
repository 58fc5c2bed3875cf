/** The one order of things on the worker's thread: noise, scrub, BeforeSend, group, storm limit, record. */
@NullMarked
package io.errortracker.pipeline;

import org.jspecify.annotations.NullMarked;
