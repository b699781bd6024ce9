package io.ssdlab.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The folder of a TensorFlow.js model, which its shards may not leave. */
final class ShardFolder {

    private final Path folder;
    private final TensorIndex index;
    private final Set<Path> taken = new HashSet<>();

    /** @param model the {@code model.json} */
    ShardFolder(Path model, TensorIndex index) throws IOException {
        this.folder = model.toAbsolutePath().getParent().toRealPath();
        this.index = index;
    }

    /** The files of the given paths, as far as they may be read; reports the others. */
    List<Path> locate(List<String> paths) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String path : paths) {
            String shard = "shard '" + Shown.of(path) + "' ";
            Path file;
            try {
                file = folder.resolve(path).normalize();
            } catch (InvalidPathException e) {
                index.problem(shard + "is no path", "a file beside model.json");
                continue;
            }
            if (!file.startsWith(folder) || path.startsWith("/") || path.contains("\\")) {
                index.problem(shard + "lies outside the model's folder", "a path below the folder of model.json");
            } else if (!Files.isRegularFile(file)) {
                index.problem(shard + "is no file", "put it at " + file);
            } else if (!file.toRealPath().startsWith(folder)) {
                index.problem(shard + "is a link out of the model's folder", "put the file itself there");
            } else if (!taken.add(file.toRealPath())) {
                index.problem(shard + "is listed twice", "each shard once");
            } else {
                files.add(file.toRealPath());
            }
        }
        return files;
    }
}
