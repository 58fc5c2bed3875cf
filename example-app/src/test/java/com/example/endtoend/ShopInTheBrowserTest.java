package com.example.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.web.Failures;
import io.errortracker.secret.PasswordHash;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;

/** The main job as a person does it: something fails, the person finds it, understands it, resolves it; it comes back. */
@ArquillianTest
@Tag("jakarta-security")
class ShopInTheBrowserTest {

    private static final String PASSWORD = "a password of nobody's";

    @ArquillianResource
    URI shop;

    private ChromeDriver browser;

    @Deployment(testable = false)
    static WebArchive shop() {
        return Wars.configured(
                Wars.shop("shop.war"),
                "tracker.environment=demo",
                "tracker.capture-arguments=full",
                "tracker.ingest.enabled=true",
                "tracker.ingest.keys=5b0e5b0e5b0e5b0e5b0e5b0e5b0e5b0e",
                "tracker.admin.password-hash="
                        + PasswordHash.of(PASSWORD.toCharArray(), new SecureRandom())
                                .text());
    }

    @BeforeEach
    void open() {
        browser = new ChromeDriver(new ChromeOptions()
                .addArguments("--headless=new", "--no-sandbox", "--hide-scrollbars", "--force-device-scale-factor=1"));
        browser.manage().timeouts().implicitlyWait(Duration.ofSeconds(20));
        browser.manage().window().setSize(new Dimension(1280, 900));
    }

    @AfterEach
    void close() {
        browser.quit();
    }

    @Test
    void from_a_button_to_a_resolved_issue_and_back() throws Exception {
        signInToTheShop();
        screenshot("shop");
        for (var failure : Failures.ALL) {
            press(failure.id());
        }
        screenshot("shop-after-failing");

        signInToThePages();
        screenshot("errors-list");
        dark(() -> screenshot("errors-list-dark"));

        browser.findElement(By.partialLinkText("NullPointerException")).click();
        assertThat(browser.findElement(By.className("issuehead")).getText()).contains("PriceList");
        assertThat(page()).contains("getPrice()", "moonlight-white", "250", "ada", "/api/basket/");
        screenshot("errors-issue");
        dark(() -> screenshot("errors-issue-dark"));
        narrow(() -> screenshot("errors-issue-narrow"));

        browser.findElement(By.xpath("//button[normalize-space()='Resolve']")).click();
        assertThat(TrackerApi.await(this::badge, badge -> badge.matches("\\W*resolved.*")))
                .matches("\\W*resolved.*");

        browser.get(shop.toString());
        press("no-price");
        var regressed = TrackerApi.await(this::regressions, found -> !found.isEmpty());
        assertThat(regressed).hasSize(1);
        browser.get(shop.resolve("errors/").toString());
        assertThat(page()).containsIgnoringCase("regress");
        screenshot("errors-list-regression");
        assertNoComplaints();
    }

    @Test
    void a_failure_of_the_front_end_is_readable_and_leads_to_the_servers_own() throws Exception {
        MapUpload.to(shop);
        browser.get(shop.resolve("front-end/index.html").toString());
        browser.findElement(By.id("sign")).click();
        browser.findElement(By.id("checkout")).click();
        browser.findElement(By.id("warehouse")).click();

        var failure = new TrackerApi(shop).await(event -> event.culprit().contains("cart.ts"));
        assertThat(failure.value()).contains("Cannot read properties of undefined (reading 'country')");
        new TrackerApi(shop).await(event -> String.valueOf(event.value()).contains("The warehouse answered 503"));
        new TrackerApi(shop).await(event -> String.valueOf(event.value()).contains("No answer about sencha"));

        browser.get(shop.resolve("errors").toString());
        browser.findElement(By.name("password")).sendKeys(PASSWORD);
        browser.findElement(By.cssSelector("form button")).click();
        browser.findElement(By.partialLinkText("The warehouse answered 503")).click();
        assertThat(browser.findElement(By.className("issuehead")).getText()).contains("The warehouse answered 503");
        assertThat(page()).contains("src/Basket.tsx:43", "Same request", "WarehouseUnavailableException");
        screenshot("errors-front-end");
    }

    private String badge() {
        return String.valueOf(
                browser.executeScript("return document.querySelector('.issuehead .badge')?.textContent.trim()"));
    }

    private List<String> regressions() {
        return new TrackerApi(shop)
                .issues().stream()
                        .filter(issue -> issue.get("substatus").toString().equals("\"regressed\""))
                        .map(issue -> issue.getString("title"))
                        .toList();
    }

    private void signInToTheShop() {
        browser.get(shop.toString());
        browser.findElement(By.linkText("Sign in")).click();
        browser.findElement(By.name("name")).sendKeys("ada");
        browser.findElement(By.name("password")).sendKeys("tea-time");
        browser.findElement(By.cssSelector("form.fields button")).click();
        assertThat(browser.findElement(By.className("who")).getText()).isEqualTo("ada");
    }

    private void signInToThePages() {
        new TrackerApi(shop).await(event -> event.culprit().contains("GiftWrap"));
        browser.get(shop.resolve("errors").toString());
        browser.findElement(By.name("password")).sendKeys(PASSWORD);
        browser.findElement(By.cssSelector("form button")).click();
        assertThat(browser.findElement(By.cssSelector("table.issues")).getText())
                .contains("NullPointerException", "StackOverflowError", "CardDeclinedException");
    }

    /** Presses the button of a card and waits for the shop's answer. */
    private void press(String card) {
        clear("answer-status");
        button(card).click();
        TrackerApi.await(() -> browser.findElement(By.id("answer-status")).getText(), status -> !status.isEmpty());
        assertThat(browser.findElement(By.id("answer-status")).getText())
                .as(card)
                .matches("(200|202|500|503).*");
    }

    private WebElement button(String card) {
        var button = browser.findElement(By.cssSelector("#" + card + " button"));
        browser.executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", button);
        return button;
    }

    private void clear(String id) {
        browser.executeScript("document.getElementById(arguments[0]).textContent = ''", id);
    }

    private String page() {
        return browser.findElement(By.tagName("body")).getText();
    }

    private void dark(Step step) throws Exception {
        colours("dark");
        step.take();
        colours("light");
    }

    private void colours(String scheme) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    private void narrow(Step step) throws Exception {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
        step.take();
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    private interface Step {
        void take() throws Exception;
    }

    private void screenshot(String name) throws Exception {
        var directory = Files.createDirectories(Path.of(System.getProperty("screenshots")));
        Files.write(directory.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    }

    /** What the browser refused or did not understand is in its log; a failed request of the shop's buttons may be. */
    private void assertNoComplaints() {
        var complaints = browser.manage().logs().get("browser").getAll().stream()
                .map(Object::toString)
                .filter(line -> !line.contains("the server responded with a status of"))
                .toList();
        assertThat(complaints).isEmpty();
    }
}
