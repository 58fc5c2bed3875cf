package com.example.probe.fault;

import jakarta.enterprise.context.ApplicationScoped;

/** Called through a client proxy, and an interceptor in a generated subclass. */
@Watched
@ApplicationScoped
public class WatchedStock extends Stock {}
