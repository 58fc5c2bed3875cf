package io.errortracker.store.jpa;

import io.errortracker.bundled.h2.api.ErrorCode;
import io.errortracker.bundled.h2.mvstore.DataUtils;
import io.errortracker.bundled.h2.mvstore.MVStoreException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells from H2's error codes what has happened to its file. */
final class H2Trouble {
    private static final long NO_SPACE = 64 * 1024;

    private H2Trouble() {}

    static Trouble of(Throwable failure, @Nullable Path directory) {
        Trouble trouble = ofCode(failure);
        boolean mayBeFull = trouble == Trouble.BROKEN || trouble == Trouble.DAMAGED;
        return mayBeFull && isFull(failure, directory) ? Trouble.DISK_FULL : trouble;
    }

    private static Trouble ofCode(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return ofSql(sql);
            }
            if (cause instanceof MVStoreException store) {
                return ofStore(store);
            }
        }
        return Trouble.STATEMENT;
    }

    private static Trouble ofSql(SQLException sql) {
        return switch (sql.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> Trouble.HELD;
            case ErrorCode.FILE_CORRUPTED_1,
                    ErrorCode.FILE_VERSION_ERROR_1,
                    ErrorCode.WRONG_USER_OR_PASSWORD,
                    ErrorCode.FILE_ENCRYPTION_ERROR_1,
                    // our statements bind what their columns hold, so these speak of what the file holds
                    ErrorCode.DATA_CONVERSION_ERROR_1,
                    ErrorCode.ROW_NOT_FOUND_WHEN_DELETING_1,
                    ErrorCode.ROW_NOT_FOUND_IN_PRIMARY_INDEX -> Trouble.DAMAGED;
            case ErrorCode.DATABASE_IS_CLOSED,
                    ErrorCode.CONNECTION_BROKEN_1,
                    ErrorCode.OBJECT_CLOSED,
                    ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
                    ErrorCode.DATABASE_IS_READ_ONLY,
                    ErrorCode.OUT_OF_MEMORY -> Trouble.BROKEN;
            case ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2, ErrorCode.GENERAL_ERROR_1 -> ofCause(sql);
            default -> Trouble.STATEMENT;
        };
    }

    /** A general error is damage when the store itself says so. */
    private static Trouble ofCause(SQLException sql) {
        for (Throwable cause = sql.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof MVStoreException store) {
                return ofStore(store);
            }
        }
        return Trouble.BROKEN;
    }

    private static Trouble ofStore(MVStoreException store) {
        return switch (store.getErrorCode()) {
            case DataUtils.ERROR_FILE_LOCKED -> Trouble.HELD;
            case DataUtils.ERROR_FILE_CORRUPT,
                    DataUtils.ERROR_UNSUPPORTED_FORMAT,
                    DataUtils.ERROR_CHUNK_NOT_FOUND,
                    DataUtils.ERROR_BLOCK_NOT_FOUND,
                    DataUtils.ERROR_SERIALIZATION -> Trouble.DAMAGED;
            case DataUtils.ERROR_READING_FAILED -> endsTooEarly(store) ? Trouble.DAMAGED : Trouble.BROKEN;
            default -> Trouble.BROKEN;
        };
    }

    /**
     * While a file is opened only H2's own statements and the migrations run, so whatever the database says against them is damage, unless
     * input or output failed.
     */
    static Trouble atOpening(Throwable failure, @Nullable Path directory) {
        Trouble trouble = of(failure, directory);
        boolean unexplained = trouble == Trouble.BROKEN || trouble == Trouble.STATEMENT;
        return unexplained && isOfDatabase(failure) && !hasIoCause(failure) ? Trouble.DAMAGED : trouble;
    }

    /** A URL that H2 does not understand says nothing about the file. */
    private static boolean isOfDatabase(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql.getErrorCode() != ErrorCode.UNSUPPORTED_SETTING_1
                        && sql.getErrorCode() != ErrorCode.URL_FORMAT_ERROR_2;
            }
            if (cause instanceof MVStoreException) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasIoCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsTooEarly(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFull(Throwable failure, @Nullable Path directory) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && cause.getMessage().contains("No space left")) {
                return true;
            }
        }
        try {
            return directory != null && Files.getFileStore(directory).getUsableSpace() < NO_SPACE;
        } catch (IOException unknown) {
            return false;
        }
    }
}
