import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A door into a network namespace, which is none but through a file: {@code Door.java from PORT SOCKET} outside,
 * {@code Door.java to PORT SOCKET} inside. Both know 127.0.0.1 only.
 */
final class Door {
    private static final int CHUNK = 1 << 16;

    public static void main(String[] arguments) throws IOException {
        var port = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1]));
        var file = UnixDomainSocketAddress.of(Path.of(arguments[2]));
        if (arguments[0].equals("from")) {
            serve(ServerSocketChannel.open().bind(port), file);
        } else {
            Files.deleteIfExists(file.getPath());
            serve(ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(file), port);
        }
    }

    private static void serve(ServerSocketChannel open, SocketAddress behind) throws IOException {
        while (true) {
            SocketChannel caller = open.accept();
            start(() -> lead(caller, behind));
        }
    }

    private static void lead(SocketChannel caller, SocketAddress behind) {
        try {
            SocketChannel called = SocketChannel.open(behind);
            start(() -> pour(caller, called));
            start(() -> pour(called, caller));
        } catch (IOException nobodyThere) {
            close(caller);
        }
    }

    private static void pour(SocketChannel from, SocketChannel to) {
        var buffer = ByteBuffer.allocate(CHUNK);
        try {
            while (from.read(buffer.clear()) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
            }
            to.shutdownOutput();
        } catch (IOException brokenOff) {
            close(from);
            close(to);
        }
    }

    private static void start(Runnable work) {
        var thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException closed) {
            // it is
        }
    }
}
