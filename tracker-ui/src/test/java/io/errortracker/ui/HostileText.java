package io.errortracker.ui;

import java.util.ArrayList;
import java.util.List;

/** Text that tries to become part of a page: markup and script, and every way out of the place it may stand in. */
final class HostileText {
    private static final String RUN = "window.pwned=1";
    private static final List<String> ATTACKS = List.of(
            "<script>" + RUN + "</script>",
            "<ScRiPt >" + RUN + "</sCrIpT>",
            "<script src=//127.0.0.1:1/x.js></script>",
            "<script type=module>" + RUN + "</script>",
            "<img src=x onerror=" + RUN + ">",
            "<img src=x onerror=\"" + RUN + "\">",
            "<img/src='x'/onerror='" + RUN + "'>",
            "<svg onload=" + RUN + ">",
            "<svg/onload=" + RUN + "//",
            "<svg><script>" + RUN + "</script></svg>",
            "<svg><animate onbegin=" + RUN + " attributeName=x dur=1s>",
            "<svg><a xlink:href=\"javascript:" + RUN + "\"><text>x</text></a></svg>",
            "<math><mtext><table><mglyph><style><img src=x onerror=" + RUN + ">",
            "<body onload=" + RUN + ">",
            "<iframe srcdoc=\"<script>parent." + RUN + "</script>\"></iframe>",
            "<iframe src=\"javascript:parent." + RUN + "\"></iframe>",
            "<object data=\"javascript:" + RUN + "\"></object>",
            "<embed src=\"javascript:" + RUN + "\">",
            "<details open ontoggle=" + RUN + ">",
            "<input autofocus onfocus=" + RUN + ">",
            "<select autofocus onfocus=" + RUN + ">",
            "<textarea autofocus onfocus=" + RUN + ">",
            "<video><source onerror=" + RUN + ">",
            "<audio src=x onerror=" + RUN + ">",
            "<marquee onstart=" + RUN + ">",
            "<form action=\"javascript:" + RUN + "\"><input type=submit>",
            "<button formaction=\"javascript:" + RUN + "\">x</button>",
            "<base href=\"//127.0.0.1:1/\">",
            "<meta http-equiv=refresh content=\"0;url=javascript:" + RUN + "\">",
            "<link rel=stylesheet href=\"data:text/css,*{display:none}\">",
            "<style>@import 'data:text/css,*{display:none}'</style>",
            "<style>*{display:none!important}</style>",
            "<template><script>" + RUN + "</script></template>",
            "<noscript><p title=\"</noscript><img src=x onerror=" + RUN + ">\">",
            "<div data-hx-on:load=\"" + RUN + "\" data-hx-get=\"/\" data-hx-trigger=\"load\">x</div>",
            "<div hx-get=\"javascript:" + RUN + "\" hx-trigger=load hx-vals='js:{x:" + RUN + "}'>x</div>",
            "javascript:" + RUN,
            "JaVaScRiPt:" + RUN,
            "java\tscript:" + RUN,
            "data:text/html,<script>" + RUN + "</script>",
            "vbscript:" + RUN,
            "https://x/\" onmouseover=\"" + RUN,
            "https://x/' autofocus onfocus='" + RUN,
            "x onfocus=" + RUN + " autofocus tabindex=1",
            "{{constructor.constructor('" + RUN + "')()}}",
            "${" + RUN + "}",
            "#{" + RUN + "}",
            "<%= " + RUN + " %>",
            "&lt;script&gt;" + RUN + "&lt;/script&gt;",
            "&#60;img src=x onerror=" + RUN + "&#62;",
            "\\u003cscript\\u003e" + RUN + "\\u003c/script\\u003e",
            "%3Cscript%3E" + RUN + "%3C/script%3E",
            "\u202E>tpircs/<" + RUN + ">tpircs<",
            "\u001B]8;;javascript:" + RUN + "\u0007x\u001B]8;;\u0007",
            "\uFF1Cscript\uFF1E" + RUN + "\uFF1C/script\uFF1E",
            "<\u0000script>" + RUN + "</script>",
            "<a href=\"javascript:" + RUN + "\">x</a>",
            "<!--><script>" + RUN + "</script-->",
            "<![CDATA[<script>" + RUN + "</script>]]>",
            "+ADw-script+AD4-" + RUN + "+ADw-/script+AD4-");
    private static final List<String> WAYS_OUT = List.of(
            "",
            "\">",
            "'>",
            "</title>",
            "</textarea>",
            "</style></script>",
            "-->",
            "]]>",
            "</svg>",
            "</a></td></tr></table>");

    private HostileText() {}

    /** Every attack as it is, and a third of them after each way out. */
    static List<String> some() {
        List<String> all = all();
        List<String> some = new ArrayList<>(ATTACKS);
        for (int i = ATTACKS.size(); i < all.size(); i += 3) {
            some.add(all.get(i));
        }
        return some;
    }

    /** Every attack after every way out. */
    static List<String> all() {
        List<String> all = new ArrayList<>();
        for (String wayOut : WAYS_OUT) {
            for (String attack : ATTACKS) {
                all.add(wayOut + attack);
            }
        }
        return all;
    }
}
