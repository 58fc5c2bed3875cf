/** Who wants to hear from the shop. */
@NullMarked
package com.example.shop.newsletter;

import org.jspecify.annotations.NullMarked;
