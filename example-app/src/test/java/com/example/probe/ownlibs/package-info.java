/** A host application with persistence of its own. */
package com.example.probe.ownlibs;
