package io.errortracker.store.jpa;

class H2HourFoldingTest extends HourFoldingContract implements Located.InMemory {}
