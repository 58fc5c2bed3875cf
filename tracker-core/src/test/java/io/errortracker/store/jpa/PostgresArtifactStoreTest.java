package io.errortracker.store.jpa;

class PostgresArtifactStoreTest extends ArtifactStoreContract implements Located.InPostgres {}
