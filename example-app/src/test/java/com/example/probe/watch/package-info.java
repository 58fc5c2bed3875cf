/** An application that watches its server. */
package com.example.probe.watch;
