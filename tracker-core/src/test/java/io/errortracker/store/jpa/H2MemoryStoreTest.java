package io.errortracker.store.jpa;

class H2MemoryStoreTest extends IssueStoreContract implements Located.InMemory {}
