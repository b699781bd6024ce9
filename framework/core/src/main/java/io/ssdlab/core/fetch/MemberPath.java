package io.ssdlab.core.fetch;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Where the members of an archive go: within one folder, whatever their names say. */
record MemberPath(Path folder) {

    private static final int LONGEST_NAME = 1000;

    /** The path of a member; empty if its name is absolute, leads out of the folder or is no name for a file. */
    Optional<Path> of(String name) {
        if (name.isEmpty()
                || name.length() > LONGEST_NAME
                || name.startsWith("/")
                || name.matches("(?s).*[\\\\:\0].*")) {
            return Optional.empty();
        }
        Path path = folder;
        for (String element : name.split("/")) {
            if (element.equals("..")) {
                return Optional.empty();
            }
            if (element.isEmpty() || element.equals(".")) {
                continue;
            }
            try {
                path = path.resolve(element);
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        }
        return Optional.of(path);
    }
}
