package io.errortracker.store.jpa;

class PostgresNoiseTest extends NoiseStoreContract implements Located.InPostgres {}
