package com.example.tomee;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.catalina.connector.Connector;
import org.apache.tomee.embedded.Configuration;
import org.apache.tomee.embedded.Container;

/**
 * Runs TomEE on 127.0.0.1: {@code TomEeServer BASE PORT}.
 *
 * <p>Does what is asked on standard input, {@code deploy WAR} or {@code undeploy NAME}, and answers each, and its start, on standard
 * output with {@code done} or {@code failed} and a reason. Ends with its input; what it has stored in BASE ends with it.
 */
public final class TomEeServer {
    private final Container container;
    private final Path wars;

    private TomEeServer(Container container, Path wars) {
        this.container = container;
        this.wars = wars;
    }

    /** Starts it. */
    public static void main(String[] arguments) throws Exception {
        PrintStream answers = System.out;
        System.setOut(System.err);
        Path base = Path.of(arguments[0]);
        TomEeServer server = start(base, Integer.parseInt(arguments[1]));
        answers.println("done");
        server.obey(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), answers);
        server.container.getTomcat().stop();
        System.exit(0);
    }

    private static TomEeServer start(Path base, int port) throws Exception {
        Configuration configuration = new Configuration();
        configuration.setDir(base.toString());
        configuration.setHttpPort(port);
        configuration.setStopPort(-1);
        // as in the configuration that TomEE comes with: two applications may have a bean of one name
        configuration.property("openejb.deploymentId.format", "{appId}/{ejbJarId}/{ejbName}");
        Container container = new OnLoopback();
        container.setup(configuration);
        container.start();
        return new TomEeServer(container, Files.createDirectories(base.resolve("deployed")));
    }

    private void obey(BufferedReader commands, PrintStream answers) throws IOException {
        String command = commands.readLine();
        while (command != null) {
            answers.println(answer(command));
            command = commands.readLine();
        }
    }

    private String answer(String command) {
        int blank = command.indexOf(' ');
        String what = command.substring(blank + 1);
        try {
            if (command.startsWith("deploy ")) {
                deploy(Path.of(what));
            } else {
                undeploy(what);
            }
            return "done";
        } catch (Exception | LinkageError failure) {
            failure.printStackTrace();
            return "failed " + String.valueOf(failure.getMessage()).replace('\n', ' ');
        }
    }

    /** Deploys a copy, for TomEE unpacks an application beside its file. */
    private void deploy(Path war) throws Exception {
        String name = nameOf(war);
        Path copy = wars.resolve(name + ".war");
        delete(wars.resolve(name));
        Files.copy(war, copy, StandardCopyOption.REPLACE_EXISTING);
        container.deploy(name, copy.toFile(), true);
    }

    private void undeploy(String name) throws Exception {
        container.undeploy(name);
        Files.deleteIfExists(wars.resolve(name + ".war"));
        delete(wars.resolve(name));
    }

    private static String nameOf(Path war) {
        return war.getFileName().toString().replaceFirst("\\.war$", "");
    }

    private static void delete(Path directory) {
        org.apache.openejb.loader.Files.delete(new File(directory.toString()));
    }

    /** A TomEE that is reached from this machine only. */
    private static final class OnLoopback extends Container {

        @Override
        protected Connector createConnector() {
            Connector connector = super.createConnector();
            connector.setProperty("address", "127.0.0.1");
            return connector;
        }
    }
}
