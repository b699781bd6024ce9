package io.ssdlab.cli.command;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts further processes like this one. */
final class JavaCommand {

    private static final String MAIN = "io.ssdlab.cli.Main";
    private static final double MEMORY_PERCENT = 50;

    /** What only one process can have. */
    private static final List<String> OWN = List.of("-agentlib:", "-javaagent:", "-XX:ArchiveClassesAtExit");

    private final int share;

    /** @param share by how many processes cores and memory are shared */
    JavaCommand(int share) {
        this.share = share;
    }

    /** The words that start {@code ssdlab ARGUMENTS} with the Java, the options and the class path of this process. */
    List<String> running(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current()
                .info()
                .command()
                .orElseGet(() ->
                        Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> OWN.stream().noneMatch(option::startsWith))
                .forEach(command::add);
        command.add("-XX:MaxRAMPercentage=" + MEMORY_PERCENT / share);
        command.add("-XX:ActiveProcessorCount=" + shareOf(Runtime.getRuntime().availableProcessors()));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        command.addAll(arguments);
        return command;
    }

    /** How many of so many cores each process gets: at least one. */
    int shareOf(int cores) {
        return Math.max(1, cores / share);
    }
}
