package com.example.endtoend.tomee;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.descriptor.api.Descriptor;

/** Runs TomEE as a process of its own and tells it what to deploy. */
public final class TomEeContainer implements DeployableContainer<TomEeConfiguration> {
    private TomEeConfiguration configuration;
    private Process server;
    private PrintWriter commands;
    private BufferedReader answers;

    @Override
    public Class<TomEeConfiguration> getConfigurationClass() {
        return TomEeConfiguration.class;
    }

    @Override
    public void setup(TomEeConfiguration wanted) {
        configuration = wanted;
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 5.0");
    }

    @Override
    public void start() throws LifecycleException {
        try {
            var log = new File(configuration.getLog());
            Files.createDirectories(log.toPath().getParent());
            server = new ProcessBuilder(
                            configuration.getProgram(),
                            configuration.getHome(),
                            configuration.getBase(),
                            Integer.toString(configuration.getPort()))
                    .redirectError(log)
                    .start();
            commands = new PrintWriter(server.outputWriter(StandardCharsets.UTF_8), true);
            answers = server.inputReader(StandardCharsets.UTF_8);
            expectDone();
        } catch (IOException e) {
            throw new LifecycleException("TomEE did not start; its log is " + configuration.getLog(), e);
        }
    }

    @Override
    public void stop() throws LifecycleException {
        commands.close();
        try {
            if (!server.waitFor(30, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LifecycleException("Interrupted", e);
        }
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        try {
            var war = Path.of(configuration.getBase(), "uploaded", archive.getName());
            Files.createDirectories(war.getParent());
            archive.as(ZipExporter.class).exportTo(war.toFile(), true);
            ask("deploy " + war);
        } catch (IOException e) {
            throw new DeploymentException("TomEE did not deploy " + archive.getName(), e);
        }
        var http = new HTTPContext("127.0.0.1", configuration.getPort());
        http.add(new Servlet("any", nameOf(archive)));
        return new ProtocolMetaData().addContext(http);
    }

    @Override
    public void undeploy(Archive<?> archive) throws DeploymentException {
        try {
            ask("undeploy " + nameOf(archive));
        } catch (IOException e) {
            throw new DeploymentException("TomEE did not undeploy " + archive.getName(), e);
        }
    }

    private static String nameOf(Archive<?> archive) {
        return archive.getName().replaceFirst("\\.war$", "");
    }

    private void ask(String command) throws IOException {
        commands.println(command);
        expectDone();
    }

    private void expectDone() throws IOException {
        var answer = answers.readLine();
        if (!"done".equals(answer)) {
            throw new IOException(answer == null ? "TomEE has ended" : answer);
        }
    }

    @Override
    public void deploy(Descriptor descriptor) {
        throw new UnsupportedOperationException("No test deploys descriptors");
    }

    @Override
    public void undeploy(Descriptor descriptor) {
        throw new UnsupportedOperationException("No test deploys descriptors");
    }
}
