package io.errortracker.secret;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * {@code java -jar tracker-core.jar hash-password}: asks for a password, on a terminal without showing it, else the first line of
 * standard input, and prints the line for {@code tracker.admin.password-hash}. The password is never an argument: arguments are
 * visible to every process and stay in the shell's history.
 *
 * @since 0.1.0
 */
public final class HashPassword {
    private static final String USAGE = "usage: java -jar tracker-core.jar hash-password";

    private HashPassword() {}

    /** Ends the process with status 2 when called in another way. */
    public static void main(String[] arguments) throws IOException {
        int status = run(
                arguments, System.console(), new InputStreamReader(System.in, Charset.defaultCharset()), System.out);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(String[] arguments, @Nullable Console console, Reader input, PrintStream output) throws IOException {
        if (arguments.length != 1 || !arguments[0].equals("hash-password")) {
            output.println(USAGE);
            return 2;
        }
        char[] password = console == null ? firstLine(input) : console.readPassword("Password: ");
        if (password == null || password.length == 0) {
            output.println("no password given");
            return 2;
        }
        output.println("tracker.admin.password-hash="
                + PasswordHash.of(password, new SecureRandom()).text());
        Arrays.fill(password, ' ');
        return 0;
    }

    private static char[] firstLine(Reader input) throws IOException {
        String line = new BufferedReader(input).readLine();
        return line == null ? new char[0] : line.toCharArray();
    }
}
