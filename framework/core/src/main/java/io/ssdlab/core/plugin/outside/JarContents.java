package io.ssdlab.core.plugin.outside;

import io.ssdlab.core.store.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Tells builds of a plugin apart by what is in its jars, whenever they were packed. */
final class JarContents {

    /** Maven writes the time of the build there. */
    private static final String BUILD_RECORDS = "META-INF/maven/";

    private JarContents() {}

    /**
     * A SHA-256, in 64 lower-case hexadecimal digits, over names, sizes and CRC-32s of all files in the jars: it tells one
     * build from another, not a forgery from an original.
     *
     * @throws IOException if one is no jar
     */
    static String hash(List<Path> jars) throws IOException {
        Sha256 hash = new Sha256();
        for (Path jar : jars) {
            try (JarFile file = new JarFile(jar.toFile(), false)) {
                file.stream()
                        .filter(entry -> !entry.isDirectory())
                        .filter(entry -> !entry.getName().startsWith(BUILD_RECORDS))
                        .sorted(Comparator.comparing(JarEntry::getName))
                        .forEach(entry ->
                                hash.add(entry.getName()).add(entry.getSize()).add(entry.getCrc()));
            }
        }
        return hash.hex();
    }
}
