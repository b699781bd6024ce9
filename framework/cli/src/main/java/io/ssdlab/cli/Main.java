package io.ssdlab.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Starts the command line of this process. */
public final class Main {

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(Boolean.getBoolean(CliEnvironment.FIRST_LOOK) ? firstLook(arguments) : run(arguments));
    }

    private static int run(String... arguments) {
        return new SsdlabCli(CliEnvironment.ofThisProcess()).run(arguments);
    }

    /** Complaints wait until it is known that another process will not utter them too. */
    private static int firstLook(String... arguments) {
        PrintStream err = System.err;
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        System.setErr(new PrintStream(complaints, true, StandardCharsets.UTF_8));
        int code = run(arguments);
        if (code != ExitCode.WORK_AHEAD) {
            System.err.flush();
            err.writeBytes(complaints.toByteArray());
            err.flush();
        }
        return code;
    }
}
