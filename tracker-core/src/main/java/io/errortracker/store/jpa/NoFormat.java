package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.type.descriptor.WrapperOptions;
import io.errortracker.bundled.hibernate.type.descriptor.java.JavaType;
import io.errortracker.bundled.hibernate.type.format.FormatMapper;

/** Stands where Hibernate would otherwise look for JSON and XML libraries of the server; no column of ours needs one. */
final class NoFormat implements FormatMapper {

    @Override
    public <T> T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
        throw new UnsupportedOperationException();
    }
}
