package io.errortracker.alert.webhook;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Closes a socket when its time is over, however slowly the other side drips: a time limit for each read alone would never end. */
final class Deadline implements AutoCloseable {
    private final Closeable socket;
    private final long end;
    private final Thread thread;
    private volatile boolean over;

    private Deadline(Closeable socket, Duration time) {
        this.socket = socket;
        this.end = System.nanoTime() + time.toNanos();
        this.thread = new Thread(null, this::watch, "error-tracker-alerts-deadline", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    }

    static Deadline on(Socket socket, Duration time) {
        Deadline deadline = new Deadline(socket, time);
        deadline.thread.start();
        return deadline;
    }

    private void watch() {
        long left = end - System.nanoTime();
        while (!over && left > 0) {
            LockSupport.parkNanos(this, left);
            left = end - System.nanoTime();
        }
        if (!over) {
            closeQuietly();
        }
    }

    private void closeQuietly() {
        try {
            socket.close();
        } catch (IOException closedAlready) {
            over = true;
        }
    }

    @Override
    public void close() {
        over = true;
        LockSupport.unpark(thread);
    }
}
