package com.example.probe.rest;

/** What the host maps to an answer of its own. */
public class HostProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    final int status;

    public HostProblem(int status, String message) {
        super(message);
        this.status = status;
    }
}
