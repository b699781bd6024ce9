package io.ssdlab.cli;

import io.ssdlab.core.config.NearestNames;
import io.ssdlab.core.store.StorageException;
import io.ssdlab.core.train.DivergedException;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import java.io.FileNotFoundException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells the user of a failure: a line that says what, a line that says what to do. */
final class FailureReport {

    private final PrintStream err;

    FailureReport(PrintStream err) {
        this.err = err;
    }

    /** Tells of a command line that was not understood, and returns the exit code for it. */
    int usage(ParameterException wrong) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        List<String> suggestions =
                wrong instanceof UnmatchedArgumentException unmatched ? suggestions(unmatched) : List.of();
        String nearest = suggestions.isEmpty() ? "" : "did you mean " + String.join(" or ", suggestions) + "? ";
        print(message(wrong), "%s'%s --help' lists what there is".formatted(nearest, command));
        return ExitCode.WRONG_INPUT;
    }

    // Of commands, picocli suggests also what is far off.
    private static List<String> suggestions(UnmatchedArgumentException wrong) {
        return wrong.isUnknownOption() || wrong.getUnmatched().isEmpty()
                ? wrong.getSuggestions()
                : new NearestNames(wrong.getSuggestions())
                        .to(wrong.getUnmatched().get(0));
    }

    private static String message(ParameterException wrong) {
        if (!(wrong instanceof UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return wrong.getMessage();
        }
        String kind = unmatched.isUnknownOption()
                ? "unknown option"
                : wrong.getCommandLine().getSubcommands().isEmpty() ? "unexpected argument" : "unknown command";
        return "%s '%s'".formatted(kind, unmatched.getUnmatched().get(0));
    }

    /** Tells of a failed command, and returns the exit code for it. */
    int failure(Throwable failure, boolean debug) {
        return failure("", failure, debug);
    }

    /**
     * Tells of the failure of a part of a command.
     *
     * @param part put before each line; empty for the whole command
     * @return the exit code for it
     */
    int failure(String part, Throwable failure, boolean debug) {
        int code = cause(failure, InvalidInputException.class)
                .map(invalid -> problems(part, invalid))
                .or(() -> cause(failure, StorageException.class).map(storage -> storage(part, storage)))
                .or(() -> cause(failure, DivergedException.class).map(diverged -> diverged(part, diverged)))
                .or(() -> cause(failure, RunFailure.class).map(run -> process(part, run)))
                .orElseGet(() -> {
                    print(part + message(failure), remedy(failure, debug));
                    return ExitCode.FAILED;
                });
        if (debug) {
            failure.printStackTrace(err);
        }
        err.flush();
        return code;
    }

    // Guice and the loader threads wrap what a component throws.
    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    private int storage(String part, StorageException failure) {
        print(part + failure.where() + ": " + failure.what(), failure.remedy());
        return ExitCode.FAILED;
    }

    private int diverged(String part, DivergedException failure) {
        print(
                part + failure.getMessage(),
                "lower training.optimiser.learning-rate or set warm-up-iterations there; look at the boxes of these images");
        return ExitCode.FAILED;
    }

    private int process(String part, RunFailure failure) {
        print(part + failure.getMessage(), failure.remedy());
        return failure.exitCode();
    }

    private int problems(String part, InvalidInputException invalid) {
        for (Problem problem : invalid.problems()) {
            print(part + problem.where() + ": " + problem.what(), problem.remedy());
        }
        return ExitCode.WRONG_INPUT;
    }

    private void print(String what, String remedy) {
        err.println("ssdlab: " + what);
        if (!remedy.isBlank()) {
            err.println("    " + remedy);
        }
    }

    private static String message(Throwable failure) {
        // Without a message of its own, it has its cause's with the class in front.
        if (failure instanceof UncheckedIOException unchecked
                && unchecked.getCause().toString().equals(unchecked.getMessage())) {
            return message(unchecked.getCause());
        }
        if (failure instanceof FileSystemException file) {
            return fileMessage(file);
        }
        if (failure instanceof OutOfMemoryError) {
            return "out of memory: " + failure.getMessage();
        }
        String text = Optional.ofNullable(failure.getMessage()).orElse("");
        Throwable cause = failure.getCause();
        String because = cause == null || text.contains(String.valueOf(cause.getMessage())) ? "" : message(cause);
        String named = text.isBlank() || failure instanceof FileNotFoundException || isProgrammingError(failure)
                ? (failure.getClass().getSimpleName() + ": " + text).strip()
                : text;
        return because.isEmpty() ? named : named + ": " + because;
    }

    // Their messages are bare paths.
    private static String fileMessage(FileSystemException failure) {
        String file = String.valueOf(failure.getFile());
        if (failure instanceof NoSuchFileException) {
            return "no such file or folder: " + file;
        }
        if (failure instanceof AccessDeniedException) {
            return "no permission for " + file;
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "is there already: " + file;
        }
        return failure.getMessage();
    }

    private static boolean isProgrammingError(Throwable failure) {
        return failure instanceof NullPointerException
                || failure instanceof IndexOutOfBoundsException
                || failure instanceof ClassCastException
                || failure instanceof LinkageError;
    }

    private static String remedy(Throwable failure, boolean debug) {
        if (failure instanceof OutOfMemoryError) {
            return "close other programs, or allow a larger heap: SSDLAB_JAVA_OPTS=-Xmx8g";
        }
        return debug ? "" : "run it again with --debug to see where it happened";
    }
}
