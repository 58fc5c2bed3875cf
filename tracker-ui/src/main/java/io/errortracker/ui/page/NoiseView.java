package io.errortracker.ui.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the template of the page about noise shows. */
record NoiseView(
        Shell shell,
        String today,
        List<Figure> figures,
        @Nullable String make,
        List<Section> sections) {

    /** @param line drawn beside the number; null for none */
    record Figure(
            String name,
            String value,
            String hint,
            @Nullable Sparkline line) {}

    /**
     * @param headed whether its columns are named for those who see; in every section they are for those who hear
     * @param empty what is said when there are no rows
     */
    record Section(String title, String hint, boolean headed, List<Row> rows, String empty) {}

    /**
     * One rule or limit.
     *
     * @param name in a few words; empty where what it asks for says it
     * @param asks what it asks for
     * @param address of its own page; null when it has none
     * @param why a sentence
     * @param off whether it drops nothing for now
     * @param state {@code paused}; empty when it simply applies
     */
    record Row(
            String name,
            List<Ask> asks,
            @Nullable String address,
            List<Piece> why,
            boolean off,
            String state,
            Sparkline line,
            Amount recent,
            Amount total,
            @Nullable Button button) {}

    /** {@code exception java.io.IOException}. */
    record Ask(String what, String value) {}

    /** @param label for those who hear the page */
    record Button(String address, String name, String label) {}
}
