package io.errortracker.store.jpa;

class H2IngestStoreTest extends IngestStoreContract implements Located.InMemory {}
