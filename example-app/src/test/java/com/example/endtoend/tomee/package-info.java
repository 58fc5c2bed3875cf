/** Arquillian's way to a TomEE of Jakarta EE 10, for which it has none of its own. */
package com.example.endtoend.tomee;
