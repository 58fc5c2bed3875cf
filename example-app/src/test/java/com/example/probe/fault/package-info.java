/** One fault, and many ways to run into it. */
package com.example.probe.fault;
