package io.errortracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.errortracker.Settings.Setting;
import io.errortracker.capture.ArgumentRenderer;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackerConfigTest {

    @Test
    void every_key_has_a_default_that_keeps_its_own_rule() {
        TrackerConfig config = TrackerConfig.read(key -> Optional.empty());

        for (ConfigKey<?> key : TrackerConfig.keys()) {
            assertThat(config.get(key)).as(key.name()).isNotNull();
        }
        assertThat(config.get(TrackerConfig.ENVIRONMENT)).contains("production");
        assertThat(config.get(TrackerConfig.CAPTURE_ARGUMENTS)).isEqualTo(ArgumentRenderer.Mode.SAFE);
        assertThat(config.get(TrackerConfig.RELEASE)).isEmpty();
    }

    @Test
    void names_are_unique_and_begin_with_the_prefix() {
        assertThat(TrackerConfig.keys())
                .extracting(ConfigKey::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("tracker(\\.[a-z][a-z-]*)+"));
        assertThat(TrackerConfig.keys())
                .extracting(ConfigKey::description)
                .allMatch(description -> description.endsWith(".") && !description.contains("|"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tracker.queue.capacity | 0        | a whole number from 16 to 65536",
                "tracker.queue.capacity | many     | a whole number from 16 to 65536",
                "tracker.sample-rate    | 1.5      | a number from 0.0 to 1.0",
                "tracker.sample-rate    | NaN      | a number from 0.0 to 1.0",
                "tracker.enabled        | yes      | true or false",
                "tracker.capture-arguments | all   | one of off, safe, full",
                "tracker.path           | errors   | a path such as /errors",
                "tracker.path           | /errors/ | a path such as /errors",
                "tracker.base-url       | shop.example | an http or https URL",
                "tracker.base-url       | https://shop.example/?x=1 | an http or https URL",
                "tracker.store.url      | jdbc:h2:mem:x;INIT=RUNSCRIPT FROM 'x' | a JDBC URL that begins with jdbc:postgresql:",
                "tracker.project        | a b      | 1 to 32 letters",
            })
    void a_bad_value_is_refused_naming_key_value_and_rule(String key, String value, String rule) {
        assertThatThrownBy(() -> TrackerConfig.read(only(key, value)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(key)
                .hasMessageContaining("'" + value + "'")
                .hasMessageContaining(rule);
    }

    @Test
    void a_password_inside_the_deployment_is_refused_without_telling_it() {
        Settings settings = key ->
                key.equals("tracker.admin.password") ? Optional.of(new Setting("hunter2", true)) : Optional.empty();

        assertThatThrownBy(() -> TrackerConfig.read(settings))
                .hasMessageContaining("tracker.admin.password")
                .hasMessageContaining("never in a file of the deployment")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void a_blank_value_means_the_default() {
        assertThat(TrackerConfig.read(only("tracker.path", "  ")).get(TrackerConfig.PATH))
                .isEqualTo("/errors");
    }

    @Test
    void lists_are_split_and_stripped() {
        assertThat(TrackerConfig.read(only("tracker.scrub.keys", " a, b ,,c ")).get(TrackerConfig.SCRUB_KEYS))
                .containsExactly("a", "b", "c");
    }

    private static Settings only(String key, String value) {
        return asked -> Optional.ofNullable(Map.of(key, value).get(asked)).map(text -> new Setting(text, false));
    }
}
