package io.errortracker.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThrowableSnapshotTest {

    @Test
    void causes_follow_what_was_thrown_and_suppressed_exceptions_come_last() {
        Exception root = new IOException("disk");
        Exception thrown = new IllegalStateException("outer", new RuntimeException("middle", root));
        thrown.addSuppressed(new IllegalArgumentException("closing", new IOException("close")));

        List<ThrowableSnapshot> snapshots = ThrowableSnapshot.of(thrown);

        assertThat(snapshots)
                .extracting(ThrowableSnapshot::message)
                .containsExactly("outer", "middle", "disk", "closing", "close");
        assertThat(snapshots)
                .extracting(ThrowableSnapshot::source)
                .containsExactly(null, "cause", "cause", "suppressed[0]", "cause");
        assertThat(snapshots).extracting(ThrowableSnapshot::parent).containsExactly(-1, 0, 1, 0, 3);
        assertThat(ThrowableSnapshot.root(thrown)).isSameAs(root);
    }

    @Test
    void the_classes_above_a_throwables_own_are_told_nearest_first() {
        assertThat(ThrowableSnapshot.of(new java.net.SocketTimeoutException())
                        .get(0)
                        .ancestry())
                .containsExactly("java.io.InterruptedIOException", "java.io.IOException", "java.lang.Exception");
        assertThat(ThrowableSnapshot.of(new Throwable()).get(0).ancestry()).isEmpty();
    }

    @Test
    void of_a_long_trace_both_ends_are_kept() {
        StackTraceElement[] frames = new StackTraceElement[100_000];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = new StackTraceElement("a.B", "m" + i, "B.java", i);
        }
        Throwable thrown = new Throwable("deep");
        thrown.setStackTrace(frames);

        ThrowableSnapshot snapshot = ThrowableSnapshot.of(thrown).get(0);

        assertThat(snapshot.trace().frames()).hasSize(StackTrace.MAX_FRAMES);
        assertThat(snapshot.trace().framesLeftOut()).isEqualTo(100_000 - StackTrace.MAX_FRAMES);
        assertThat(snapshot.trace().frames()[0].getMethodName()).isEqualTo("m0");
        assertThat(snapshot.trace().frames()[StackTrace.MAX_FRAMES - 1].getMethodName())
                .isEqualTo("m99999");
    }

    @Test
    void a_long_message_is_cut_and_says_so() {
        String message = ThrowableSnapshot.of(new Throwable("x".repeat(1_000_000)))
                .get(0)
                .message();

        assertThat(message).hasSizeLessThan(9_000).endsWith("[cut, 1000000 characters in all]");
    }

    @ParameterizedTest
    @MethodSource("hostileThrowables")
    void a_hostile_throwable_still_gives_a_snapshot(Throwable hostile) {
        List<ThrowableSnapshot> snapshots = ThrowableSnapshot.of(hostile);

        assertThat(snapshots).isNotEmpty().hasSizeLessThanOrEqualTo(ThrowableSnapshot.MAX_THROWABLES);
        assertThat(snapshots.get(0).className()).isEqualTo(hostile.getClass().getName());
        assertThat(ThrowableSnapshot.root(hostile)).isNotNull();
    }

    static Stream<Throwable> hostileThrowables() {
        return Stream.of(
                new Hostile(Trait.MESSAGE_THROWS),
                new Hostile(Trait.MESSAGE_OVERFLOWS),
                new Hostile(Trait.MESSAGE_IS_NULL),
                new Hostile(Trait.CAUSE_THROWS),
                new Hostile(Trait.CAUSE_IS_ITSELF),
                new Hostile(Trait.CAUSE_IS_ALWAYS_NEW),
                new Hostile(Trait.TRACE_THROWS),
                new Hostile(Trait.TRACE_IS_NULL),
                new Hostile(Trait.EQUALS_THROWS),
                cyclicCause(),
                cyclicSuppressed(),
                deepChain(),
                manySuppressed());
    }

    private static Throwable cyclicCause() {
        Exception a = new Exception("a");
        a.initCause(new Exception("b", a));
        return a;
    }

    private static Throwable cyclicSuppressed() {
        Exception a = new Exception("a");
        Exception b = new Exception("b");
        a.addSuppressed(b);
        b.addSuppressed(a);
        return a;
    }

    private static Throwable deepChain() {
        Throwable chain = new Exception("root");
        for (int i = 0; i < 10_000; i++) {
            chain = new Exception("level " + i, chain);
        }
        return chain;
    }

    private static Throwable manySuppressed() {
        Exception a = new Exception("a");
        for (int i = 0; i < 10_000; i++) {
            a.addSuppressed(new Exception("s" + i));
        }
        return a;
    }

    private enum Trait {
        MESSAGE_THROWS,
        MESSAGE_OVERFLOWS,
        MESSAGE_IS_NULL,
        CAUSE_THROWS,
        CAUSE_IS_ITSELF,
        CAUSE_IS_ALWAYS_NEW,
        TRACE_THROWS,
        TRACE_IS_NULL,
        EQUALS_THROWS
    }

    private static final class Hostile extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Trait trait;

        Hostile(Trait trait) {
            this.trait = trait;
        }

        @Override
        public String getMessage() {
            return switch (trait) {
                case MESSAGE_THROWS -> throw new IllegalStateException("no message");
                case MESSAGE_OVERFLOWS -> getMessage();
                case MESSAGE_IS_NULL -> null;
                default -> "hostile";
            };
        }

        @Override
        public Throwable getCause() {
            return switch (trait) {
                case CAUSE_THROWS -> throw new LinkageError("no cause");
                case CAUSE_IS_ITSELF -> this;
                case CAUSE_IS_ALWAYS_NEW -> new Hostile(Trait.CAUSE_IS_ALWAYS_NEW);
                default -> null;
            };
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            return switch (trait) {
                case TRACE_THROWS -> throw new OutOfMemoryError("not really");
                case TRACE_IS_NULL -> null;
                default -> super.getStackTrace();
            };
        }

        @Override
        public int hashCode() {
            throw new IllegalStateException("no hash");
        }

        @Override
        public boolean equals(Object other) {
            throw new IllegalStateException("no equals");
        }
    }
}
