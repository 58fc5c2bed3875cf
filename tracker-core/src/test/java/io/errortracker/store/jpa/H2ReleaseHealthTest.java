package io.errortracker.store.jpa;

class H2ReleaseHealthTest extends ReleaseHealthContract implements Located.InMemory {}
