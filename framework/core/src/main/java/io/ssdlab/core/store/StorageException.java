package io.ssdlab.core.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A file could not be read or written through no fault of the input: the disk is full, a folder is read-only. Exit code 1.
 */
public final class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String where;
    private final String what;
    private final String remedy;

    /**
     * A failure that nothing else caused.
     *
     * @param where the file
     * @param what what happened to it
     * @param remedy what to do
     */
    public StorageException(String where, String what, String remedy) {
        super(message(where, what, remedy));
        this.where = where;
        this.what = what;
        this.remedy = remedy;
    }

    private StorageException(String where, String what, String remedy, Throwable cause) {
        super(message(where, what, remedy), cause);
        this.where = where;
        this.what = what;
        this.remedy = remedy;
    }

    private static String message(String where, String what, String remedy) {
        return where + ": " + what + "\n    " + remedy;
    }

    /** A file that could not be written; whatever it held before, it still holds. */
    public static StorageException writing(Path file, IOException cause) {
        String reason = reason(cause);
        boolean full = reason.toLowerCase(Locale.ROOT).matches(".*(space|quota|too large).*");
        String remedy = full
                ? "free some space and start again: what was finished before is kept"
                : "see that the folder exists and may be written to, then start again";
        return new StorageException(file.toString(), "cannot be written: " + reason, remedy, cause);
    }

    /** A file that could not be read. */
    public static StorageException reading(Path file, IOException cause) {
        return new StorageException(
                file.toString(),
                "cannot be read: " + reason(cause),
                "see that the file is there and may be read, then start again",
                cause);
    }

    /** The JDK puts the reason of some failures into the class alone, and the file's name into the message. */
    private static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getReason();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /** The file. */
    public String where() {
        return where;
    }

    /** What happened to it. */
    public String what() {
        return what;
    }

    /** What to do. */
    public String remedy() {
        return remedy;
    }
}
