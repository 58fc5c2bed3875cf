package io.errortracker.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.errortracker.store.ArtifactFile;
import io.errortracker.store.ArtifactFile.Kind;
import io.errortracker.store.Events;
import io.errortracker.store.ReleaseInfo;
import io.errortracker.store.ReleaseInfo.Deploy;
import io.errortracker.store.RetentionPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of files and releases must do. */
abstract class ArtifactStoreContract extends OwnStore {
    private static final RetentionPolicy POLICY = new RetentionPolicy(Duration.ofDays(100), 1_000, 1L << 30, 1L << 20);
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final String DEBUG_ID = "970506e8-fe00-4d57-a8b0-9a3f4e8dd2b1";

    ArtifactStoreContract() {
        super(NOW, POLICY);
    }

    private void retain() {
        store.retention().run(clock.instant(), () -> {});
    }

    @Test
    void chunks_are_missed_kept_read_and_forgotten() {
        assertThat(store.artifacts().missing(List.of("aa", "bb"))).containsExactly("aa", "bb");
        assertThat(store.artifacts().put("aa", bytes("tea"))).isTrue();
        assertThat(store.artifacts().put("aa", bytes("tea"))).isTrue();

        assertThat(store.artifacts().missing(List.of("aa", "bb"))).containsExactly("bb");
        assertThat(store.artifacts().chunk("aa").orElseThrow()).isEqualTo(bytes("tea"));
        store.artifacts().forget(List.of("aa"));
        assertThat(store.artifacts().chunk("aa")).isEmpty();
    }

    @Test
    void a_file_is_found_by_its_debug_id_and_by_its_release_and_name() {
        store.artifacts().keep("c1", "1.4.2", null, List.of(map("~/assets/app.js.map", DEBUG_ID, "{}")));

        ArtifactFile found = store.artifacts().ofDebugId(DEBUG_ID).get(0);

        assertThat(found.url()).isEqualTo("~/assets/app.js.map");
        assertThat(store.artifacts().ofRelease("1.4.2", "app.js.map")).containsExactly(found);
        assertThat(store.artifacts().ofRelease("1.4.3", "app.js.map")).isEmpty();
        assertThat(store.artifacts().files("1.4.2")).containsExactly(found);
        assertThat(store.artifacts().content(found).orElseThrow()).isEqualTo(bytes("{}"));
    }

    @Test
    void content_of_several_mebibytes_that_cannot_be_packed_comes_back_as_it_was() {
        byte[] content = new byte[3_000_001];
        new Random(7).nextBytes(content);

        store.artifacts()
                .keep(
                        "c2",
                        null,
                        null,
                        List.of(new ArtifactFile.Content(Kind.MINIFIED, "a.js", DEBUG_ID, null, content)));

        assertThat(store.artifacts()
                        .content(store.artifacts().ofDebugId(DEBUG_ID).get(0))
                        .orElseThrow())
                .isEqualTo(content);
    }

    @Test
    void a_bundle_that_is_there_is_only_associated_with_a_further_release() {
        assertThat(store.artifacts().associate("c3", "2", null)).isFalse();
        store.artifacts().keep("c3", "1", null, List.of(map("a.map", null, "{}")));

        assertThat(store.artifacts().associate("c3", "2", "7")).isTrue();

        assertThat(store.artifacts().ofRelease("1", "a.map")).hasSize(1);
        assertThat(store.artifacts().ofRelease("2", "a.map"))
                .singleElement()
                .extracting(ArtifactFile::dist)
                .isEqualTo("7");
        assertThat(store.artifacts().delete("1")).isZero();
        assertThat(store.artifacts().delete("2")).isOne();
        assertThat(store.artifacts().associate("c3", "2", null)).isFalse();
    }

    @Test
    void of_a_bundle_that_breaks_halfway_nothing_is_kept() {
        assertThatThrownBy(() -> store.artifacts().keep("c4", "1", null, broken()))
                .hasMessage("broken");

        assertThat(store.artifacts().ofRelease("1", "a.map")).isEmpty();
        assertThat(store.releases().release("1")).isEmpty();
        store.artifacts().keep("c4", "1", null, List.of(map("a.map", null, "{}")));
        assertThat(store.artifacts().ofRelease("1", "a.map")).hasSize(1);
    }

    @Test
    void a_release_tells_its_events_its_new_issues_its_deployments_and_its_files() {
        store.record(Events.stored(Events.of("OutOfTea", NOW, event -> event.release("1.4.2"))));
        store.releases().announce("1.4.2");
        store.releases().released("1.4.2", NOW.plusSeconds(60));
        store.releases().deployed("1.4.2", new Deploy(0, "staging", null, null, null, NOW));
        Deploy last = store.releases()
                .deployed(
                        "1.4.2", new Deploy(0, "production", "green", "https://shop.example", NOW, NOW.plusSeconds(9)));
        store.artifacts().keep("c5", "1.4.2", null, List.of(map("a.map", null, "{}"), map("b.map", null, "{ }")));

        ReleaseInfo release = store.releases().release("1.4.2").orElseThrow();

        assertThat(release.firstEvent()).isEqualTo(NOW);
        assertThat(release.released()).isEqualTo(NOW.plusSeconds(60));
        assertThat(release.newIssues()).isEqualTo(1);
        assertThat(release.lastDeploy()).isEqualTo(last);
        assertThat(release.files()).isEqualTo(new ReleaseInfo.Files(2, 5, NOW));
        assertThat(store.releases().releases(10)).containsExactly(release);
        assertThat(store.releases().deploys("1.4.2")).hasSize(2);
    }

    @Test
    void releases_are_those_announced_those_seen_and_those_with_files() {
        store.releases().announce("announced");
        clock.pass(Duration.ofMinutes(1));
        store.artifacts().keep("c6", "uploaded", null, List.of(map("a.map", null, "{}")));
        store.record(Events.stored(Events.of("OutOfTea", NOW.plusSeconds(120), event -> event.release("seen"))));
        store.artifacts().keep("c7", null, null, List.of(map("b.map", DEBUG_ID, "{}")));

        assertThat(store.releases().releases(10))
                .extracting(ReleaseInfo::version)
                .containsExactly("seen", "uploaded", "announced");
        assertThat(store.releases().withoutRelease().count()).isEqualTo(1);
        assertThat(store.releases().forget("announced")).isTrue();
        assertThat(store.releases().release("announced")).isEmpty();
    }

    @Test
    void files_of_releases_that_nothing_was_heard_of_for_long_are_removed() {
        store.artifacts().keep("c8", "silent", null, List.of(map("a.map", null, "{}")));
        store.artifacts().keep("c9", "alive", null, List.of(map("a.map", null, "{}")));
        store.artifacts().put("aa", bytes("left over"));
        clock.pass(Duration.ofDays(101));
        store.record(
                Events.stored(Events.of("OutOfTea", NOW.plus(Duration.ofDays(100)), event -> event.release("alive"))));

        retain();

        assertThat(store.artifacts().ofRelease("silent", "a.map")).isEmpty();
        assertThat(store.artifacts().ofRelease("alive", "a.map")).hasSize(1);
        assertThat(store.artifacts().chunk("aa")).isEmpty();
    }

    @Test
    void beyond_the_limit_of_bytes_the_files_heard_of_last_stay() {
        String large = "x".repeat(700_000);
        store.artifacts().keep("d1", "1", null, List.of(map("a.map", null, large)));
        clock.pass(Duration.ofMinutes(1));
        store.artifacts().keep("d2", "2", null, List.of(map("a.map", null, large)));

        retain();

        assertThat(store.artifacts().ofRelease("1", "a.map")).isEmpty();
        assertThat(store.artifacts().ofRelease("2", "a.map")).hasSize(1);
    }

    private static Iterable<ArtifactFile.Content> broken() {
        Iterator<ArtifactFile.Content> one = List.of(map("a.map", null, "{}")).iterator();
        return () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public ArtifactFile.Content next() {
                if (one.hasNext()) {
                    return one.next();
                }
                throw new IllegalStateException("broken");
            }
        };
    }

    private static ArtifactFile.Content map(String url, @Nullable String debugId, String content) {
        return new ArtifactFile.Content(Kind.SOURCE_MAP, url, debugId, null, bytes(content));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
