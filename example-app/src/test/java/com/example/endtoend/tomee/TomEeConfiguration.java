package com.example.endtoend.tomee;

import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/** What {@code arquillian.xml} says of the server. */
public final class TomEeConfiguration implements ContainerConfiguration {
    private String program;
    private String home;
    private String base;
    private String log;
    private int port = 8080;

    /** What runs it. */
    public String getProgram() {
        return program;
    }

    public void setProgram(String program) {
        this.program = program;
    }

    /** What it runs: the launcher and the server's jars. */
    public String getHome() {
        return home;
    }

    public void setHome(String home) {
        this.home = home;
    }

    /** Where the server keeps its files. */
    public String getBase() {
        return base;
    }

    public void setBase(String base) {
        this.base = base;
    }

    public String getLog() {
        return log;
    }

    public void setLog(String log) {
        this.log = log;
    }

    public int getPort() {
        return port;
    }

    public void setPort(int port) {
        this.port = port;
    }

    @Override
    public void validate() {
        if (program == null || home == null || base == null || log == null) {
            throw new IllegalStateException("arquillian.xml must say program, home, base and log of TomEE");
        }
    }
}
