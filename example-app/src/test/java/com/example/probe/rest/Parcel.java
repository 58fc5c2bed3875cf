package com.example.probe.rest;

/** What the broken reader and writer cannot carry. */
public record Parcel(String text) {}
