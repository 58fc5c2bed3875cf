package io.errortracker.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class UrlsTest {

    @Test
    void user_info_is_cut_out_wherever_it_stands() {
        assertThat(Urls.withoutUserInfo("https://jo:secret@shop.example/a@b")).isEqualTo("https://shop.example/a@b");
        assertThat(Urls.withoutUserInfo("https://a@b:c@shop.example")).isEqualTo("https://shop.example");
        assertThat(Urls.withoutUserInfo("https://shop.example/?q=@")).isEqualTo("https://shop.example/?q=@");
        assertThat(Urls.withoutUserInfo("jo:secret@shop.example")).isEqualTo("shop.example");
        assertThat(Urls.withoutUserInfo("")).isEmpty();
    }

    @Test
    void query_and_fragment_are_cut_off() {
        assertThat(Urls.withoutQuery("/a?b#c")).isEqualTo("/a");
        assertThat(Urls.withoutQuery("/a#c?b")).isEqualTo("/a");
        assertThat(Urls.withoutQuery("/a")).isEqualTo("/a");
    }

    @Test
    void the_origin_is_scheme_and_authority() {
        assertThat(Urls.origin("http://localhost:8080/shop/x")).isEqualTo("http://localhost:8080");
        assertThat(Urls.origin("http://localhost")).isEqualTo("http://localhost");
    }

    @Test
    void a_trace_parent_is_believed_only_when_it_is_well_formed() {
        assertThat(TraceParent.contexts("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"))
                .isEqualTo(Map.of(
                        "trace",
                        Map.of("trace_id", "4bf92f3577b34da6a3ce929d0e0e4736", "parent_span_id", "00f067aa0ba902b7")));
        assertThat(TraceParent.contexts("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01<script>"))
                .isEmpty();
        assertThat(TraceParent.contexts("00-4BF92F3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"))
                .isEmpty();
        assertThat(TraceParent.contexts("00-4bf92f")).isEmpty();
    }
}
