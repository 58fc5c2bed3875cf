package io.errortracker.ui.page;

import io.errortracker.bundled.jte.ContentType;
import io.errortracker.bundled.jte.TemplateEngine;
import io.errortracker.bundled.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The templates, compiled into classes of this package when the tracker was built. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Templates {
    private final TemplateEngine engine;

    public Templates() {
        ClassLoader ours = Templates.class.getClassLoader();
        engine = TemplateEngine.createPrecompiled(null, ContentType.Html, ours, Templates.class.getPackageName());
    }

    /** The whole page in UTF-8: a template that fails has written nothing. */
    public byte[] render(Answer.Html page) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(page.template(), page.view(), output);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(output.getContentLength());
        try {
            output.writeTo(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
