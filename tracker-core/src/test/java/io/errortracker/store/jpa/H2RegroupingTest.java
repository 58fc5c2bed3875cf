package io.errortracker.store.jpa;

class H2RegroupingTest extends RegroupingContract implements Located.InMemory {}
