package io.errortracker.ui.access;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A request as bytes on a socket, so that every header can be forged. */
public record Call(String method, String target, Map<String, String> headers, String body) {

    public static Call get(String target) {
        return of("GET", target);
    }

    public static Call post(String target, String form) {
        return of("POST", target)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .body(form);
    }

    public static Call of(String method, String target) {
        return new Call(method, target, Map.of(), "");
    }

    public Call with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(method, target, more, body);
    }

    public Call body(String text) {
        return new Call(method, target, headers, text);
    }

    /** As a browser marks a request that our own page made. */
    public Call fromOurPage() {
        return with("Sec-Fetch-Site", "same-origin");
    }

    /** From another address than this machine's; the test server believes it. */
    public Call peer(String address) {
        return with(TestServer.PEER, address);
    }

    public Call overHttps() {
        return with(TestServer.SECURE, "true");
    }

    public Reply to(TestServer server) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(text(server.port()).getBytes(StandardCharsets.UTF_8));
            return parse(readAll(socket.getInputStream()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String text(int port) {
        StringBuilder text = new StringBuilder(method + " " + target + " HTTP/1.1\r\nConnection: close\r\n");
        if (!headers.containsKey("Host")) {
            text.append("Host: localhost:").append(port).append("\r\n");
        }
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return text.append("Content-Length: ")
                .append(length)
                .append("\r\n\r\n")
                .append(body)
                .toString();
    }

    private static byte[] readAll(InputStream input) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        input.transferTo(all);
        return all.toByteArray();
    }

    private static Reply parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        List<String> lines = text.substring(0, end).lines().toList();
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            headers.computeIfAbsent(name, key -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        boolean chunked = headers.getOrDefault("transfer-encoding", List.of()).contains("chunked");
        String rest = text.substring(end + 4);
        return new Reply(Integer.parseInt(lines.get(0).split(" ", -1)[1]), headers, chunked ? joined(rest) : rest);
    }

    /** Chunks put together; good enough for bodies of ASCII. */
    private static String joined(String chunks) {
        StringBuilder body = new StringBuilder();
        int at = 0;
        while (at < chunks.length()) {
            int line = chunks.indexOf("\r\n", at);
            int size = Integer.parseInt(chunks.substring(at, line), 16);
            body.append(chunks, line + 2, line + 2 + size);
            at = size == 0 ? chunks.length() : line + 2 + size + 2;
        }
        return body.toString();
    }
}
