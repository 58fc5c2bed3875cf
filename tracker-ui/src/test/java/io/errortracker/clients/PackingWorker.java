package io.errortracker.clients;

/** Application code of another Java program, which fails. */
final class PackingWorker {
    private PackingWorker() {}

    static void pack(int order) {
        throw new IllegalStateException("no box for order " + order, new IllegalArgumentException("size " + order));
    }
}
