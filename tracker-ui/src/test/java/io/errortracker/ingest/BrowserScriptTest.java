package io.errortracker.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How the browser's script is handed out. */
class BrowserScriptTest {
    private final IngestHouse house = new IngestHouse(IngestHouse.WIDE, List.of(), List.of(), false, Clock.systemUTC());

    @AfterEach
    void close() {
        house.close();
    }

    private HttpResponse<String> get(String name, String... headers) {
        return house.method("GET", "/" + name, headers);
    }

    private static String integrity(String body) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-384").digest(body.getBytes(StandardCharsets.UTF_8));
        return "sha384-" + Base64.getEncoder().encodeToString(digest);
    }

    @Test
    void under_its_lasting_name_it_is_what_its_integrity_says_and_kept_for_ever() throws Exception {
        HttpResponse<String> script = get(house.script.lastingName());

        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(integrity(script.body())).isEqualTo(house.script.integrity());
        assertThat(script.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(script.headers().firstValue("Access-Control-Allow-Origin"))
                .as("browsers check the integrity of what they may read")
                .contains("*");
        assertThat(script.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @Test
    void under_its_plain_name_it_is_asked_for_again_and_told_unchanged() {
        HttpResponse<String> script = get("browser.js");
        String tag = script.headers().firstValue("ETag").orElseThrow();

        assertThat(script.headers().firstValue("Cache-Control")).contains("public, max-age=3600");
        assertThat(get("browser.js", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void a_new_key_makes_another_name_and_the_old_one_is_not_kept_for_ever_any_more() {
        String before = house.script.lastingName();
        String integrity = house.script.integrity();
        house.keys.rotate();

        assertThat(house.script.lastingName()).isNotEqualTo(before);
        assertThat(house.script.integrity()).isNotEqualTo(integrity);
        assertThat(get(before).headers().firstValue("Cache-Control")).contains("public, max-age=3600");
    }
}
