package io.errortracker.bundled;

import io.errortracker.bundled.jte.html.HtmlInterceptor;
import io.errortracker.bundled.jte.html.HtmlTemplateOutput;
import io.errortracker.bundled.jte.runtime.TemplateUtils;
import java.util.Map;

/** What the template compiler makes of a template greeting.jte, after its gg.jte became the relocated package. */
public final class JtegreetingGenerated {
    public static final String JTE_NAME = "greeting.jte";
    public static final int[] JTE_LINE_INFO = {0, 0, 1, 1};

    private JtegreetingGenerated() {}

    public static void render(HtmlTemplateOutput jteOutput, HtmlInterceptor jteHtmlInterceptor, String name) {
        jteOutput.writeContent("<p");
        if (TemplateUtils.isAttributeRendered(name)) {
            jteOutput.writeContent(" title=\"");
            jteOutput.setContext("p", "title");
            jteOutput.writeUserContent(name);
            jteOutput.setContext("p", null);
            jteOutput.writeContent("\"");
        }
        jteOutput.writeContent(">Hello ");
        jteOutput.setContext("p", null);
        jteOutput.writeUserContent(name);
        jteOutput.writeContent("</p>\n");
    }

    public static void renderMap(
            HtmlTemplateOutput jteOutput, HtmlInterceptor jteHtmlInterceptor, Map<String, Object> parameters) {
        render(jteOutput, jteHtmlInterceptor, (String) parameters.get("name"));
    }
}
