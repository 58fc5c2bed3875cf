package io.errortracker.bundled;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.bundled.caffeine.cache.Cache;
import io.errortracker.bundled.caffeine.cache.Caffeine;
import io.errortracker.bundled.caffeine.cache.Expiry;
import io.errortracker.bundled.caffeine.cache.LoadingCache;
import io.errortracker.bundled.caffeine.cache.RemovalCause;
import io.errortracker.bundled.jte.ContentType;
import io.errortracker.bundled.jte.TemplateEngine;
import io.errortracker.bundled.jte.output.StringOutput;
import io.errortracker.bundled.re2j.Pattern;
import io.errortracker.bundled.smallryeconfig.EnvConfigSource;
import io.errortracker.bundled.smallryeconfig.PropertiesConfigSource;
import io.errortracker.bundled.smallryeconfig.SmallRyeConfigBuilder;
import io.errortracker.bundled.smallryeconfig.SysPropConfigSource;
import io.errortracker.bundled.uaparser.Parser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BundledLibrariesTest {
    @Test
    void a_browser_is_recognised_by_its_user_agent() {
        var client = new Parser()
                .parse("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                        + "Chrome/126.0.0.0 Safari/537.36");

        assertThat(client.userAgent.family).isEqualTo("Chrome");
        assertThat(client.userAgent.major).isEqualTo("126");
        assertThat(client.os.family).isEqualTo("Windows");
        assertThat(client.device.family).isEqualTo("Other");
    }

    @Test
    void a_pattern_is_matched_in_linear_time() {
        Pattern hostile = Pattern.compile("(a+)+$", Pattern.CASE_INSENSITIVE);

        assertThat(hostile.matcher("a".repeat(10_000) + "b").find()).isFalse();
        assertThat(Pattern.compile("(?P<key>\\w+)=(\\S+)").matcher("password=x").replaceAll("$1=***"))
                .isEqualTo("password=***");
    }

    @Test
    void a_cache_is_bounded_by_size_weight_and_time() {
        AtomicLong nanos = new AtomicLong();
        List<RemovalCause> removed = new ArrayList<>();
        Cache<String, Integer> bounded = Caffeine.newBuilder()
                .maximumSize(2)
                .expireAfterWrite(Duration.ofMinutes(1))
                .expireAfterAccess(Duration.ofMinutes(1))
                .refreshAfterWrite(Duration.ofSeconds(40))
                .removalListener((String key, Integer value, RemovalCause cause) -> removed.add(cause))
                .recordStats()
                .ticker(nanos::get)
                .executor(Runnable::run)
                .build(String::length);
        for (String key : List.of("a", "b", "c", "d")) {
            bounded.put(key, 1);
        }
        bounded.cleanUp();
        assertThat(bounded.estimatedSize()).isEqualTo(2);
        nanos.addAndGet(Duration.ofMinutes(2).toNanos());
        bounded.cleanUp();
        assertThat(bounded.estimatedSize()).isZero();
        assertThat(removed).contains(RemovalCause.SIZE, RemovalCause.EXPIRED);

        LoadingCache<String, Integer> weighed = Caffeine.newBuilder()
                .maximumWeight(10)
                .weigher((String key, Integer value) -> value)
                .expireAfter(Expiry.writing((String key, Integer value) -> Duration.ofSeconds(value)))
                .executor(Runnable::run)
                .build(String::length);
        assertThat(weighed.get("four")).isEqualTo(4);
        assertThat(Caffeine.newBuilder().<String, Integer>build().get("x", String::length))
                .isEqualTo(1);
        assertThat(Caffeine.newBuilder().maximumSize(1).<String, Integer>build().get("x", String::length))
                .isEqualTo(1);
    }

    @Test
    void configuration_comes_from_the_environment_before_properties() {
        var config = new SmallRyeConfigBuilder()
                .withSources(
                        new EnvConfigSource(Map.of("ERRORTRACKER_QUEUE_SIZE", "77"), 300),
                        new PropertiesConfigSource(
                                Map.of(
                                        "errortracker.queue.size", "5",
                                        "errortracker.release", "${missing:dev}-1",
                                        "errortracker.ignore", "a,b"),
                                "file",
                                100))
                .withSources(new SysPropConfigSource())
                .addDefaultInterceptors()
                .build();

        assertThat(config.getValue("errortracker.queue.size", Integer.class)).isEqualTo(77);
        assertThat(config.getValue("errortracker.release", String.class)).isEqualTo("dev-1");
        assertThat(config.getValues("errortracker.ignore", String.class)).containsExactly("a", "b");
        assertThat(config.getOptionalValue("errortracker.none", Duration.class)).isEmpty();
        assertThat(config.getValue("errortracker.none", OptionalInt.class)).isEmpty();
        assertThat(config.getConfigValue("errortracker.release").getSourceName())
                .contains("file");
    }

    @Test
    void configuration_by_default_reads_the_environment_and_system_properties() {
        System.setProperty("errortracker.test", "yes");
        try {
            var config = new SmallRyeConfigBuilder()
                    .addDefaultSources()
                    .addDefaultInterceptors()
                    .addDiscoveredConverters()
                    .build();

            assertThat(config.getValue("errortracker.test", Boolean.class)).isTrue();
            System.getenv().keySet().stream().filter("PATH"::equals).forEach(name -> assertThat(
                            config.getOptionalValue(name, String.class))
                    .isPresent());
        } finally {
            System.clearProperty("errortracker.test");
        }
    }

    @Test
    void a_precompiled_template_is_rendered_and_escaped() {
        TemplateEngine engine = TemplateEngine.createPrecompiled(
                null, ContentType.Html, getClass().getClassLoader(), "io.errortracker.bundled");
        StringOutput page = new StringOutput();

        engine.render("greeting.jte", Map.of("name", "<b>\"you\"</b>"), page);

        assertThat(page.toString())
                .isEqualTo("<p title=\"&lt;b>&#34;you&#34;&lt;/b>\">Hello &lt;b&gt;\"you\"&lt;/b&gt;</p>\n");
    }
}
