package com.example.probe.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Says nothing: the server scans for resources and providers. */
@ApplicationPath("rest")
public class ScanningApplication extends Application {}
