package io.errortracker.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignTextTest {

    @Test
    void characters_that_turn_the_direction_or_colour_a_terminal_become_visible() {
        assertThat(ForeignText.plain("a\u202Eb\u001B[31mc\u0000")).isEqualTo("aU+202Eb␛[31mc␀");
    }

    @Test
    void a_line_break_stays_where_lines_are_kept_and_is_shown_elsewhere() {
        assertThat(ForeignText.plainLines("a\nb")).isEqualTo("a\nb");
        assertThat(ForeignText.plain("a\nb")).isEqualTo("a↵ b");
    }

    @Test
    void what_was_scrubbed_is_told_from_the_text_around_it() {
        assertThat(ForeignText.line("card=[scrubbed], [other]"))
                .containsExactly(
                        new Piece(Piece.Kind.TEXT, "card="),
                        new Piece(Piece.Kind.SCRUBBED, "scrubbed"),
                        new Piece(Piece.Kind.TEXT, ", [other]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "https:evil",
                "http://",
                "https://user:pass@host/",
                "https://host/\u202Egpj",
                "https://host/a b",
                "https://host/\"onclick=",
                " https://host/",
                "ftp://host/"
            })
    void what_is_not_wholly_a_web_address_is_no_link(String text) {
        assertThat(ForeignText.linked(text)).noneMatch(Piece::isLink);
    }

    @Test
    void a_web_address_is_a_link() {
        assertThat(ForeignText.linked("https://carrier.example.com/track?id=1#a"))
                .containsExactly(new Piece(Piece.Kind.LINK, "https://carrier.example.com/track?id=1#a"));
    }
}
