package io.errortracker.event;

import java.util.Map;

/**
 * The largest event there is. {@link #limit} cuts an event down to these figures; what was cut says so where it was cut, and in the
 * context {@value #CONTEXT}. Values that are not JSON-like become the name of their class, and collections are copied, so that
 * afterwards nothing of the host's is reachable from the event.
 *
 * <p>A pure function, for any thread; throws nothing for any content. An event within the limits costs a walk over it and comes back
 * as the same instance, unless it holds collections.
 *
 * @since 0.1.0
 */
public final class EventLimits {
    /** Characters of a message and of the value of an exception. */
    public static final int MAX_MESSAGE = 8 * 1024;
    /** Characters of any other string. */
    public static final int MAX_STRING = 1024;
    /** Characters of a key. */
    public static final int MAX_KEY = 100;
    /** Frames of one exception: both ends are kept, the turns of a recursion collapsed. */
    public static final int MAX_FRAMES = 250;
    /** Frames of one event that keep their variables. */
    public static final int MAX_FRAMES_WITH_VARIABLES = 50;
    /** Exceptions of one event: both ends of the chain are kept. */
    public static final int MAX_EXCEPTIONS = 20;
    /** Breadcrumbs: the newest are kept. */
    public static final int MAX_BREADCRUMBS = 100;
    /** Tags. */
    public static final int MAX_TAGS = 50;
    /** Characters of a tag's key. */
    public static final int MAX_TAG_KEY = 32;
    /** Characters of a tag's value. */
    public static final int MAX_TAG_VALUE = 200;
    /** Items of a collection within a value. */
    public static final int MAX_ITEMS = 20;
    /** Entries of {@code extra}, of a context, of a user's, breadcrumb's or mechanism's data, of a frame's variables. */
    public static final int MAX_ENTRIES = 50;
    /** Collections within collections. */
    public static final int MAX_DEPTH = 5;
    /** Characters of {@code extra} as a whole. */
    public static final int MAX_EXTRA = 64 * 1024;
    /** Characters of an event as a whole. */
    public static final int MAX_EVENT = 256 * 1024;
    /** The context that tells what was cut: its detail {@code cut} is a list of sentences. */
    public static final String CONTEXT = "limits";

    static final int MAX_SOURCE_LINES = 10;
    static final int MAX_MODULES = 500;
    static final int MAX_DEBUG_ID = 36;
    private static final String REPEATED_FRAMES = "[repeated frames]";
    private static final String FRAMES_CUT = "[frames cut]";

    private EventLimits() {}

    /** The event, or as much of it as an event may hold. */
    public static ErrorEvent limit(ErrorEvent event) {
        Cuts cuts = new Cuts();
        ErrorEvent within = told(new PartLimits(cuts).limit(event), cuts);
        return EventSize.of(within) <= MAX_EVENT ? within : WholeEventLimit.limit(within);
    }

    /**
     * Whether this frame was not in the trace but stands for frames that were cut out of it. Its function is the same for every event,
     * whatever the number of frames it stands for.
     */
    public static boolean isMarker(StackFrame frame) {
        return REPEATED_FRAMES.equals(frame.function()) || FRAMES_CUT.equals(frame.function());
    }

    static StackFrame repeatedFrames(int period, int times) {
        return marker(REPEATED_FRAMES, Map.of("frames", period, "moreTimes", times));
    }

    static StackFrame framesCut(int count) {
        return marker(FRAMES_CUT, Map.of("frames", count));
    }

    private static StackFrame marker(String function, Map<String, Object> variables) {
        return new StackFrame(null, function, null, null, 0, 0, false, variables, null);
    }

    static ErrorEvent told(ErrorEvent event, Cuts cuts) {
        return cuts.none() ? event : event.with(builder -> builder.context(CONTEXT, cuts.after(event.contexts())));
    }
}
