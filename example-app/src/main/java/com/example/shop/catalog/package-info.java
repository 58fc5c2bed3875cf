/** What the shop sells, and for how much. */
@NullMarked
package com.example.shop.catalog;

import org.jspecify.annotations.NullMarked;
