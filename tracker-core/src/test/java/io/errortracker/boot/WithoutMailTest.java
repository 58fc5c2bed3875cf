package io.errortracker.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.TrackerConfig;
import io.errortracker.alert.Notifier;
import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A server without Jakarta Mail. */
class WithoutMailTest {

    @Test
    void mail_that_is_wanted_says_what_is_missing_and_nothing_else_fails() throws Exception {
        try (URLClassLoader server = new Mailless()) {
            Class<?> probe = server.loadClass(Probe.class.getName());
            Method ask = probe.getDeclaredMethod("problem");
            ask.setAccessible(true);

            assertThat((String) ask.invoke(null)).contains("This server has no Jakarta Mail", "use a webhook");
        }
        assertThat(Probe.problem()).as("with it").isNull();
    }

    /** Runs within either loader. */
    static final class Probe {
        private Probe() {}

        static String problem() {
            Map<String, String> settings = Map.of(
                    "tracker.mail.host", "127.0.0.1",
                    "tracker.mail.from", "tracker@example.com",
                    "tracker.mail.to", "ops@example.com");
            AlertParts parts = new AlertParts(
                    TrackerConfig.read(key -> Optional.ofNullable(settings.get(key))
                            .map(value -> new io.errortracker.Settings.Setting(value, false))),
                    Clock.systemUTC());
            Notifier mail = parts.mail();
            assertThat(mail.isSetUp()).isTrue();
            assertThat(parts.webhook().problem()).isNull();
            assertThat(parts.rules()).hasSize(4);
            return mail.problem();
        }
    }

    /** Everything of the class path but that. */
    private static final class Mailless extends URLClassLoader {
        Mailless() {
            super(urls(), ClassLoader.getPlatformClassLoader());
        }

        private static URL[] urls() {
            return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(entry -> {
                        try {
                            return Path.of(entry).toUri().toURL();
                        } catch (java.net.MalformedURLException impossible) {
                            throw new IllegalStateException(impossible);
                        }
                    })
                    .toArray(URL[]::new);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("jakarta.mail.")) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }
}
