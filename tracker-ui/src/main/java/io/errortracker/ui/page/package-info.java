/** One class per page: asks the store, fills a view and names a template. */
@NullMarked
package io.errortracker.ui.page;

import org.jspecify.annotations.NullMarked;
