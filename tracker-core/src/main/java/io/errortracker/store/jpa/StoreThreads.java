package io.errortracker.store.jpa;

import io.errortracker.health.DropReason;
import io.errortracker.store.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The only threads that touch the database: one that writes, two that read. Nobody else knows them, so nobody interrupts them, which
 * would close H2's file for everyone. Callers wait; an interrupt of a caller is kept for it and changes nothing here.
 */
final class StoreThreads implements AutoCloseable {
    static final Duration READ_LIMIT = Duration.ofSeconds(5);
    static final Duration WRITE_LIMIT = Duration.ofSeconds(30);
    private static final int READERS = 2;
    private static final int WAITING = 64;

    private final ThreadPoolExecutor writer = executor("writer", 1);
    private final ThreadPoolExecutor readers = executor("reader", READERS);

    <T> T write(Callable<T> task) {
        return await(submit(writer, task), WRITE_LIMIT);
    }

    /** Does not wait. @param task throws nothing */
    void writeLater(Runnable task) {
        submit(writer, () -> {
            task.run();
            return null;
        });
    }

    <T> T read(Callable<T> task) {
        return await(submit(readers, task), READ_LIMIT);
    }

    /** Ends the threads once what they are doing is done. @return whether they ended within the limit */
    boolean end(Duration limit) {
        writer.shutdown();
        readers.shutdown();
        return ended(writer, limit) && ended(readers, limit);
    }

    @Override
    public void close() {
        end(READ_LIMIT);
    }

    private static boolean ended(ThreadPoolExecutor executor, Duration limit) {
        boolean interrupted = false;
        long until = System.nanoTime() + limit.toNanos();
        try {
            while (true) {
                try {
                    return executor.awaitTermination(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException wait) {
                    interrupted = true;
                }
            }
        } finally {
            restore(interrupted);
        }
    }

    private static <T> Future<T> submit(ThreadPoolExecutor executor, Callable<T> task) {
        try {
            return executor.submit(task);
        } catch (RejectedExecutionException full) {
            String why = executor.isShutdown() ? "The store is closed" : "The store is busy";
            throw new StoreUnavailableException(DropReason.STORE_UNAVAILABLE, why, full);
        }
    }

    private static <T> T await(Future<T> future, Duration limit) {
        boolean interrupted = false;
        long until = System.nanoTime() + limit.toNanos();
        try {
            while (true) {
                try {
                    return future.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException wait) {
                    interrupted = true;
                }
            }
        } catch (TimeoutException late) {
            future.cancel(false);
            throw new StoreUnavailableException(
                    DropReason.STORE_UNAVAILABLE, "The store did not answer within " + limit.toSeconds() + " s", late);
        } catch (ExecutionException failed) {
            throw unwrapped(failed);
        } finally {
            restore(interrupted);
        }
    }

    private static RuntimeException unwrapped(ExecutionException failed) {
        return failed.getCause() instanceof RuntimeException failure
                ? failure
                : new StoreUnavailableException(DropReason.STORE_UNAVAILABLE, "The store failed", failed);
    }

    private static void restore(boolean interrupted) {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadPoolExecutor executor(String role, int threads) {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                threads, threads, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), new Daemons(role));
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /** Threads that inherit nothing of the thread that happens to start them. */
    private static final class Daemons implements ThreadFactory {
        private final String role;
        private final AtomicInteger number = new AtomicInteger();

        Daemons(String role) {
            this.role = role;
        }

        @Override
        public Thread newThread(Runnable task) {
            Thread thread =
                    new Thread(null, task, "error-tracker-store-" + role + "-" + number.incrementAndGet(), 0, false);
            thread.setDaemon(true);
            thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
            return thread;
        }
    }
}
