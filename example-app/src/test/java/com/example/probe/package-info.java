/** A host application with one address for each way to fail. */
package com.example.probe;
