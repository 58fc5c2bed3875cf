package io.errortracker.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.ScopedErrorTracker;
import io.errortracker.Settings.Setting;
import io.errortracker.TrackerConfig;
import java.io.File;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RuntimeLeakTest {
    @TempDir
    Path directory;

    @Test
    void the_class_loader_of_the_last_undeployed_application_goes_away_although_nothing_is_deployed_after_it()
            throws Exception {
        WeakReference<ClassLoader> loader = deployAndUndeploy();

        for (int i = 0; i < 50 && loader.get() != null; i++) {
            System.gc();
        }

        assertThat(loader.get()).isNull();
    }

    private WeakReference<ClassLoader> deployAndUndeploy() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader);
            Object equal = loader.loadClass(Application.class.getName())
                    .getMethod("run", Path.class)
                    .invoke(null, directory);
            assertThat(equal).isEqualTo(true);
            return new WeakReference<>(loader);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL[] classPath() throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            urls.add(new File(entry).toURI().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    /** What happens within the loader. */
    public static final class Application {
        private Application() {}

        public static boolean run(Path directory) {
            Deployment deployment = new Deployment(
                    Application.class.getClassLoader(),
                    "/shop",
                    "Test Server 1.0",
                    Set.of("com.example"),
                    path -> null);
            try (TrackerRuntime runtime = TrackerRuntime.start(deployment, config(directory), Clock.systemUTC())) {
                ScopedErrorTracker tracker = runtime.tracker();
                tracker.captureException(new IllegalStateException("broken"));
                return tracker.flush(Duration.ofSeconds(60))
                        && new Line("the last record").equals(new Line("the last record"));
            }
        }

        private static TrackerConfig config(Path directory) {
            Map<String, String> settings = Map.of("tracker.store.directory", directory.toString());
            return TrackerConfig.read(
                    key -> Optional.ofNullable(settings.get(key)).map(value -> new Setting(value, false)));
        }
    }

    /** Compared last: of such a record the JDK keeps the class, and so the class loader, until told to forget it. */
    private record Line(String title) {}
}
