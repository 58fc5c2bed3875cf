/** Points for those who come back. */
@NullMarked
package com.example.shop.loyalty;

import org.jspecify.annotations.NullMarked;
