package io.ssdlab.cli;

/** Starts the command line of this process. */
public final class Main {

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new SsdlabCli(CliEnvironment.ofThisProcess()).run(arguments));
    }
}
