package io.ssdlab.cli.guide;

import io.ssdlab.cli.CliRun;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A checkout of ssdlab elsewhere, with what is built, and a Maven repository of its own that has nothing of ours: the world in
 * which somebody writes a plugin. Maven's other artifacts are those of the repository that this build uses, by links.
 */
final class CopiedCheckout implements AutoCloseable {

    private static final Path ORIGINAL =
            Path.of(System.getProperty("ssdlab.checkout")).toAbsolutePath().normalize();
    private static final int MINUTES_TO_LIVE = 10;

    private final Path checkout;
    private final Path repository;
    private final Path commands;
    private final List<Path> links = new ArrayList<>();

    /** @param folder empty, and not below the original */
    CopiedCheckout(Path folder) throws IOException {
        this.checkout = Files.createDirectory(folder.resolve("ssdlab"));
        this.repository = Files.createDirectory(folder.resolve("repository"));
        this.commands = Files.createDirectory(folder.resolve("bin"));
        for (String file : List.of("ssdlab", "pom.xml", ".mvn", "docs/plugin-guide")) {
            copy(file);
        }
        for (String module : modules()) {
            copy(module + "/pom.xml");
            if (Files.isDirectory(ORIGINAL.resolve(module + "/target/classes"))) {
                copy(module + "/target/classes");
            }
        }
        // Compiled and checked it is already.
        Files.write(
                checkout.resolve(".mvn/maven.config"),
                List.of(
                        "-Dmaven.main.skip=true",
                        "-Dspotless.check.skip=true",
                        "-Denforcer.skip=true",
                        "-Djacoco.skip=true"));
        Path distribution = Path.of("framework/cli/target/ssdlab");
        Files.createDirectories(checkout.resolve(distribution).getParent());
        links.add(Files.createSymbolicLink(checkout.resolve(distribution), ORIGINAL.resolve(distribution)));
        link(Path.of(System.getProperty("ssdlab.repository")), repository, "io");
        link(Path.of(System.getProperty("ssdlab.repository"), "io"), repository.resolve("io"), "ssdlab");
        Files.createSymbolicLink(commands.resolve("ssdlab"), checkout.resolve("ssdlab"));
        command("mvn", """
            #!/bin/sh
            exec "%s/bin/mvn" --batch-mode "-Dmaven.repo.local=%s" "$@"
            """.formatted(System.getProperty("maven.home"), repository));
    }

    private static List<String> modules() throws IOException {
        try (Stream<Path> poms = Files.find(ORIGINAL, 3, (path, is) -> path.endsWith("pom.xml"))) {
            return poms.map(pom -> ORIGINAL.relativize(pom.getParent()))
                    .filter(module -> module.getNameCount() == 2)
                    .map(Path::toString)
                    .toList();
        }
    }

    private void copy(String part) throws IOException {
        try (Stream<Path> files = Files.walk(ORIGINAL.resolve(part))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = checkout.resolve(ORIGINAL.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private void link(Path from, Path to, String except) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.toList()) {
                if (!entry.endsWith(except)) {
                    links.add(Files.createSymbolicLink(to.resolve(entry.getFileName()), entry));
                }
            }
        }
    }

    private void command(String name, String script) throws IOException {
        Path command = Files.writeString(commands.resolve(name), script);
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    Path folder() {
        return checkout;
    }

    Path repository() {
        return repository;
    }

    /** Runs a shell script, with {@code ssdlab} and {@code mvn} on the path, until its first command that fails. */
    CliRun shell(Path workingDirectory, String script) throws IOException, InterruptedException {
        Path out = Files.createTempFile(commands, "out", ".txt");
        Path err = Files.createTempFile(commands, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder("sh", "-euc", script)
                .directory(workingDirectory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        Map<String, String> variables = builder.environment();
        variables.keySet().removeIf(name -> name.startsWith("SSDLAB_") || name.startsWith("MAVEN_"));
        variables.put("PATH", commands + File.pathSeparator + variables.get("PATH"));
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        // The copy has no sources to be newer than the build.
        variables.put("SSDLAB_NO_BUILD", "1");
        Process process = builder.start();
        if (!process.waitFor(MINUTES_TO_LIVE, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return new CliRun(process.waitFor(), Files.readString(out), Files.readString(err));
    }

    /** Takes the links out, so that whoever deletes the folder cannot come upon what is not in it. */
    @Override
    public void close() throws IOException {
        for (Path link : links) {
            Files.delete(link);
        }
    }
}
