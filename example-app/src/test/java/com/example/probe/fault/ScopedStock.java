package com.example.probe.fault;

import jakarta.enterprise.context.RequestScoped;

/** Called through a client proxy. */
@RequestScoped
public class ScopedStock extends Stock {}
