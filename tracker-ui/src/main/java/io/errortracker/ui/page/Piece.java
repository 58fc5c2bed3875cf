package io.errortracker.ui.page;

/**
 * A stretch of somebody else's text.
 *
 * @param kind how it is set
 * @param text what is printed; nothing in it can change the direction or the look of what stands around it
 */
record Piece(Kind kind, String text) {

    enum Kind {
        TEXT,
        /** Something was removed here. */
        SCRUBBED,
        /** A character nobody would see otherwise. */
        HIDDEN,
        /** An address of the web. */
        LINK
    }

    boolean isText() {
        return kind == Kind.TEXT;
    }

    boolean isScrubbed() {
        return kind == Kind.SCRUBBED;
    }

    boolean isHidden() {
        return kind == Kind.HIDDEN;
    }

    boolean isLink() {
        return kind == Kind.LINK;
    }
}
