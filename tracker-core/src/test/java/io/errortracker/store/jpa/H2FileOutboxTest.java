package io.errortracker.store.jpa;

class H2FileOutboxTest extends OutboxContract implements Located.InFile {}
