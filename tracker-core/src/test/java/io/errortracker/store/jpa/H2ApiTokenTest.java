package io.errortracker.store.jpa;

class H2ApiTokenTest extends ApiTokenContract implements Located.InMemory {}
