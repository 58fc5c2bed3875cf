package com.example.shop.web;

import java.util.List;
import java.util.Map;

/** The ten ways in which this shop fails, in the order of the page. */
public final class Failures {

    /** All ten. */
    public static final List<Failure> ALL = List.of(
            new Failure(
                    1,
                    "no-price",
                    "A tea without a price",
                    "Nobody has priced the Moonlight White yet. A CDI service behind a REST resource multiplies by null.",
                    "The arguments of the resource and, for it is @Tracked, of the service under their stack frames: sku, "
                            + "tea, grams. The culprit is PriceList.priceOf, not the proxy in front of it.",
                    "Add 250 g to the basket",
                    "post",
                    "/api/basket/moonlight-white",
                    Map.of("grams", "250")),
            new Failure(
                    2,
                    "card-declined",
                    "The card is declined",
                    "An EJB writes the order, then asks the bank. The bank refuses, the exception leaves the EJB, and the "
                            + "container rolls the order back.",
                    "The state of the database transaction, and the arguments of placeOrder: the card number is marked "
                            + "@Sensitive and is not among them.",
                    "Pay with an expired card",
                    "post",
                    "/api/orders",
                    Map.of("validUntil", "2021-03", "cardNumber", "4111 1111 1111 1111")),
            new Failure(
                    3,
                    "warehouse",
                    "The warehouse does not answer",
                    "The shop's own ExceptionMapper turns the exception into a polite 503 with Retry-After. The server's log "
                            + "stays silent.",
                    "It is there all the same: the timeout that caused it, the shelf that was asked for, and the 503 the "
                            + "visitor got.",
                    "Ask what is in stock",
                    "get",
                    "/api/stock/sencha",
                    Map.of("shelf", "C4")),
            new Failure(
                    4,
                    "twice",
                    "One address, twice on the list",
                    "Ada already gets the newsletter. A unique key of the shop's own database, on the server's own JPA "
                            + "provider, refuses her a second time.",
                    "The chain of causes down to the SQL error. The mail address in the database's message is masked.",
                    "Subscribe Ada again",
                    "post",
                    "/api/newsletter",
                    Map.of("email", "ada@leaf-and-kettle.example")),
            new Failure(
                    5,
                    "shelf",
                    "A shelf that stands in itself",
                    "A classic servlet looks for the room a shelf stands in. This one stands in itself, so the search goes "
                            + "down until the stack overflows. The visitor gets the shop's own error page.",
                    "A StackOverflowError of a thousand frames, with the repeated ones folded to a readable length.",
                    "Find the attic shelf",
                    "get",
                    "/shelf",
                    Map.of("name", "attic")),
            new Failure(
                    6,
                    "sales",
                    "A report that falls over later",
                    "An asynchronous servlet hands the work to the server's executor and lets the request thread go. The "
                            + "work fails on another thread.",
                    "The request it belongs to is known nonetheless: method, address, and who asked.",
                    "Make the sales report",
                    "get",
                    "/sales.csv",
                    Map.of("month", "2026-02-30")),
            new Failure(
                    7,
                    "loyalty",
                    "Turned away at the door",
                    "A JAX-RS filter reads the loyalty card before any resource is reached, and chokes on a card of the new "
                            + "kind.",
                    "An error with no resource method in its stack. The value in the message does not split the issue: "
                            + "another card, the same issue.",
                    "Show my points",
                    "get",
                    "/api/points",
                    Map.of("card", "LK-20X6")),
            new Failure(
                    8,
                    "recount",
                    "The night shift",
                    "An @Asynchronous EJB counts a shelf after you were told 202 Accepted. When it fails, no request is left "
                            + "to tell.",
                    "EJBs, timers and background work are captured by themselves: the shelf is there as an argument, the "
                            + "request is not.",
                    "Count shelf B7",
                    "post",
                    "/api/stock/recount",
                    Map.of("shelf", "B7")),
            new Failure(
                    9,
                    "logged",
                    "Logged and forgotten",
                    "The confirmation mail cannot be sent. The shop logs it with java.util.logging and tells you that all is "
                            + "well.",
                    "A SEVERE record with a throwable is an event, the lines logged before it are its breadcrumbs; a second "
                            + "exception, thrown while closing, is shown as suppressed.",
                    "Send the confirmation again",
                    "post",
                    "/api/orders/1204/confirmation",
                    Map.of()),
            new Failure(
                    10,
                    "golden",
                    "Caught, and reported by hand",
                    "There is no golden paper. The shop catches the exception, takes brown paper instead, and reports it "
                            + "with captureException.",
                    "The tag, the extra data and the breadcrumbs that the shop added itself.",
                    "Wrap it in gold",
                    "post",
                    "/api/gifts",
                    Map.of("paper", "golden")));

    private Failures() {}
}
