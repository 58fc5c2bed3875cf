/** From the basket to a purchase: EJB, JTA and a card that is declined. */
@NullMarked
package com.example.shop.order;

import org.jspecify.annotations.NullMarked;
