package io.errortracker.store.jpa;

class H2MemoryNoiseTest extends NoiseStoreContract implements Located.InMemory {}
