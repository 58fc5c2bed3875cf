package io.errortracker.alert.webhook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Posts to one address that was checked before: the name is not resolved again, no proxy is asked, no redirect followed. Whoever
 * answers must prove by certificate to have the name. All of it takes ten seconds at the most.
 */
final class PinnedClient {
    private static final int CONNECT_MILLIS = 3_000;
    private static final Duration ALL = Duration.ofSeconds(10);
    private static final int MOST_OF_ANSWER = 4_096;

    private final SSLSocketFactory tls;

    PinnedClient(SSLSocketFactory tls) {
        this.tls = tls;
    }

    /** @return the status of the answer */
    int post(TargetUrl url, InetAddress address, Map<String, String> headers, byte[] body) throws IOException {
        try (Socket socket = new Socket(Proxy.NO_PROXY);
                Deadline deadline = Deadline.on(socket, ALL)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) ALL.toMillis());
            socket.connect(new InetSocketAddress(address, url.port()), CONNECT_MILLIS);
            try (Socket channel = url.secure() ? secured(socket, url) : socket) {
                OutputStream out = channel.getOutputStream();
                out.write(head(url, headers, body.length));
                out.write(body);
                out.flush();
                return status(channel.getInputStream());
            }
        }
    }

    private SSLSocket secured(Socket socket, TargetUrl url) throws IOException {
        SSLSocket secured = (SSLSocket) tls.createSocket(socket, url.host(), url.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (!url.host().contains(":")
                && !Character.isDigit(url.host().charAt(url.host().length() - 1))) {
            parameters.setServerNames(List.of(new SNIHostName(url.host())));
        }
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private static byte[] head(TargetUrl url, Map<String, String> headers, int length) {
        StringBuilder head = new StringBuilder();
        head.append("POST ").append(url.path()).append(" HTTP/1.1\r\nHost: ").append(url.authority());
        headers.forEach(
                (name, value) -> head.append("\r\n").append(name).append(": ").append(value));
        head.append("\r\nContent-Length: ").append(length).append("\r\nConnection: close\r\n\r\n");
        return head.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** The first line says it; nothing else of the answer is read. */
    private static int status(InputStream in) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0 && next != '\n' && answer.size() < MOST_OF_ANSWER) {
            answer.write(next);
            next = in.read();
        }
        String line = answer.toString(StandardCharsets.ISO_8859_1);
        boolean readable = line.length() >= 12
                && line.startsWith("HTTP/1.")
                && line.charAt(8) == ' '
                && line.substring(9, 12).chars().allMatch(c -> c >= '0' && c <= '9');
        if (!readable) {
            throw new IOException(line.isEmpty() ? "it closed the connection" : "its answer is not HTTP");
        }
        return Integer.parseInt(line.substring(9, 12));
    }
}
