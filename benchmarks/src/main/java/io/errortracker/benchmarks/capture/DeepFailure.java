package io.errortracker.benchmarks.capture;

/** A fresh exception of about 100 frames whose cause has about as many, as an application server's are. */
final class DeepFailure {
    private static final int DEPTH = 95;
    private static final int WRAPPED_AT = 30;

    private DeepFailure() {}

    static RuntimeException fresh(int number) {
        try {
            descend(DEPTH, number);
            throw new AssertionError();
        } catch (RuntimeException failure) {
            return failure;
        }
    }

    private static void descend(int depth, int number) {
        if (depth == 0) {
            throw new IllegalArgumentException("No price for tea " + number);
        }
        if (depth != WRAPPED_AT) {
            descend(depth - 1, number);
            return;
        }
        try {
            descend(depth - 1, number);
        } catch (IllegalArgumentException cause) {
            throw new IllegalStateException("Could not fill basket " + number, cause);
        }
    }
}
