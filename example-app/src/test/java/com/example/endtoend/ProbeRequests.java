package com.example.endtoend;

import java.util.List;
import java.util.Map;

/** What is asked of the probe: each way to fail, and a few to succeed. */
final class ProbeRequests {

    static final List<Exchange> ALL = List.of(
            // what works
            Exchange.get("rest/scoped/ok"),
            Exchange.get("rest/plain/ok"),
            Exchange.get("rest/scoped/stage-ok"),
            Exchange.get("rest/scoped/suspended-ok"),
            Exchange.get("servlet/ok?a=1&b=%C3%A9"),
            Exchange.get("async/ok"),
            Exchange.get("static.txt"),
            new Exchange("HEAD", "rest/scoped/ok", Map.of(), null),
            new Exchange("HEAD", "servlet/ok", Map.of(), null),
            new Exchange("OPTIONS", "rest/scoped/ok", Map.of(), null),
            new Exchange("OPTIONS", "servlet/ok", Map.of(), null),
            Exchange.post("rest/scoped/json", "application/json", "{\"a\":1}"),
            Exchange.post("rest/scoped/text", "text/plain", "some text"),
            Exchange.post("servlet/echo", "application/x-www-form-urlencoded", "a=1&b=two"),
            Exchange.post("servlet/parameters", "application/x-www-form-urlencoded", "a=1&b=%C3%A9"),
            // REST resources
            Exchange.get("rest/scoped/fail/7?amount=3"),
            Exchange.get("rest/plain/fail/7"),
            Exchange.get("rest/scoped/ejb/7"),
            Exchange.get("rest/scoped/checked"),
            Exchange.get("rest/scoped/calling"),
            Exchange.get("rest/scoped/error"),
            Exchange.get("rest/scoped/wrapped"),
            Exchange.get("rest/scoped/wrapped").with("Accept", "application/json"),
            Exchange.get("rest/scoped/wrapped").with("Accept", "text/html"),
            Exchange.get("rest/scoped/mapped/503"),
            Exchange.get("rest/scoped/mapped/409"),
            Exchange.get("rest/scoped/web/400"),
            Exchange.get("rest/scoped/web/404"),
            Exchange.get("rest/scoped/web/500"),
            Exchange.get("rest/scoped/web/503"),
            Exchange.get("rest/scoped/web-with-body/422"),
            Exchange.get("rest/scoped/web-with-body/500"),
            Exchange.get("rest/scoped/response/500"),
            Exchange.get("rest/scoped/response/404"),
            Exchange.get("rest/scoped/streaming"),
            Exchange.get("rest/scoped/suspended"),
            Exchange.get("rest/scoped/suspended-on-a-thread"),
            Exchange.get("rest/scoped/suspended-in-a-pool"),
            Exchange.get("rest/scoped/suspended-and-mapped"),
            Exchange.get("rest/scoped/stage-on-a-thread"),
            Exchange.get("rest/scoped/stage"),
            // around resources
            Exchange.get("rest/scoped/guarded"),
            Exchange.get("rest/scoped/spoiled"),
            Exchange.get("rest/scoped/ok").with("X-Fail-Before-Matching", "yes"),
            Exchange.get("rest/scoped/number?n=many"),
            Exchange.get("rest/scoped/number/many"),
            Exchange.post("rest/scoped/json", "application/json", "{\"a\":"),
            Exchange.post("rest/scoped/json", "application/json", ""),
            Exchange.post("rest/scoped/json", "text/csv", "a,b"),
            Exchange.post("rest/scoped/parcel", "application/x-probe", "anything"),
            Exchange.get("rest/scoped/parcel").with("Accept", "application/x-probe"),
            Exchange.get("rest/scoped/parcel").with("Accept", "application/json"),
            Exchange.get("rest/nowhere"),
            Exchange.get("rest/scoped/nowhere"),
            new Exchange("DELETE", "rest/scoped/ok", Map.of(), null),
            // servlets
            Exchange.get("servlet/runtime"),
            Exchange.get("servlet/error"),
            Exchange.get("servlet/wrapped"),
            Exchange.get("servlet/io"),
            Exchange.get("servlet/paged"),
            Exchange.get("servlet/broken-page"),
            Exchange.get("servlet/send-500"),
            Exchange.get("servlet/send-503"),
            Exchange.get("servlet/send-404"),
            Exchange.get("servlet/set-500"),
            Exchange.get("servlet/committed"),
            Exchange.get("servlet/forward"),
            Exchange.get("servlet/include"),
            Exchange.get("servlet/forward-caught"),
            Exchange.get("servlet/logged"),
            new Exchange("DELETE", "servlet/ok", Map.of(), null),
            Exchange.get("filtered/before"),
            Exchange.get("filtered/after"),
            Exchange.get("filtered/swallowed"),
            Exchange.get("async/first-half"),
            Exchange.get("async/second-half"),
            Exchange.get("async/timeout"),
            Exchange.get("pages/broken"),
            Exchange.get("nowhere"),
            Exchange.get("nowhere/at/all.html"),
            Exchange.get("errorsandmore"),
            // odd requests
            Exchange.get("servlet/ok?%41=%42").with("User-Agent", "x\u00e9\u00ff"),
            Exchange.get("servlet/runtime").with("X-Long", "y".repeat(4_000)),
            Exchange.get("servlet/runtime")
                    .with("traceparent", "00-bad")
                    .with("Sentry-Trace", "%00")
                    .with("Referer", "::::"),
            Exchange.post("rest/scoped/text", "text/plain", "z".repeat(200_000)));

    private ProbeRequests() {}
}
