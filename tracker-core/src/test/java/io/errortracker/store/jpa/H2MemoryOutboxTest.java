package io.errortracker.store.jpa;

class H2MemoryOutboxTest extends OutboxContract implements Located.InMemory {}
