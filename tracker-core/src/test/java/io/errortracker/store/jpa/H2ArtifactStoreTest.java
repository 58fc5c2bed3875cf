package io.errortracker.store.jpa;

class H2ArtifactStoreTest extends ArtifactStoreContract implements Located.InMemory {}
