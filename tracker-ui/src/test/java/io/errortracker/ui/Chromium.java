package io.errortracker.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser with a profile of its own. */
public final class Chromium implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path profile;
    private final ChromeDriver driver;

    public Chromium() {
        Path browser = Path.of("/usr/bin/chromium");
        Path remote = Path.of("/usr/bin/chromedriver");
        if (!Files.isExecutable(browser) || !Files.isExecutable(remote)) {
            throw new AssertionError(
                    "The tests of the pages need a real browser. On Debian: apt-get install chromium chromium-driver");
        }
        try {
            profile = Files.createTempDirectory("chromium");
        } catch (IOException noTemporaryFolder) {
            throw new UncheckedIOException(noTemporaryFolder);
        }
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(remote.toFile())
                .usingAnyFreePort()
                .build();
        driver = new ChromeDriver(service, options(browser));
        driver.manage().timeouts().pageLoadTimeout(PATIENCE);
    }

    private ChromeOptions options(Path browser) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--disable-dev-shm-usage",
                "--window-size=1360,900",
                "--user-data-dir=" + profile);
        options.setCapability("goog:loggingPrefs", logs);
        return options;
    }

    public Chromium open(String address) {
        driver.get(address);
        return this;
    }

    /** A screen of this size, with this preference for {@code light} or {@code dark}. */
    Chromium screen(int width, int height, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        return this;
    }

    Chromium withoutScript(boolean without) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", without));
        return this;
    }

    WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** The text of every element found, in order, each on one line. */
    List<String> texts(String css) {
        return all(css).stream()
                .map(element -> element.getText().replaceAll("\\s+", " "))
                .toList();
    }

    public Object run(String script) {
        Object result = driver.executeScript(script);
        return result == null ? "" : result;
    }

    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    String address() {
        String address = driver.getCurrentUrl();
        return address == null ? "" : address;
    }

    String source() {
        String source = driver.getPageSource();
        return source == null ? "" : source;
    }

    /** Waits until something is so; fails after a patience that no machine needs. */
    public void until(ExpectedCondition<Boolean> condition) {
        new WebDriverWait(driver, PATIENCE, Duration.ofMillis(20))
                .ignoring(org.openqa.selenium.StaleElementReferenceException.class)
                .until(condition);
    }

    /** What the browser complained about since it was last asked: violations of the content security policy, failures of scripts. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    byte[] picture() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    void forget() {
        driver.manage().deleteAllCookies();
    }

    @Override
    public void close() {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException leftBehind) {
            profile.toFile().deleteOnExit();
        }
    }
}
