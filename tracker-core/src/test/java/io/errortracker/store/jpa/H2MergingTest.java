package io.errortracker.store.jpa;

class H2MergingTest extends MergingContract implements Located.InMemory {}
