package io.errortracker.store.jpa;

class H2FileNoiseTest extends NoiseStoreContract implements Located.InFile {}
