package com.example.probe.fault;

import jakarta.ejb.Stateless;

/** An enterprise bean: its container wraps what it throws. */
@Stateless
public class StatelessStock extends Stock {}
