package io.ssdlab.core.weights;

import io.ssdlab.core.store.AtomicFile;
import io.ssdlab.weights.FloatTensor;
import io.ssdlab.weights.SafetensorsWriter;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes imported weights as a file that {@link WeightsFile} reads.
 *
 * @param file replaced as a whole or not at all
 */
public record WeightsWriter(Path file) {

    public void write(WeightsImport weights, WeightsNote note) {
        List<FloatTensor> tensors = weights.tensors().entrySet().stream()
                .map(entry -> new FloatTensor(
                        entry.getKey(),
                        entry.getValue().shape(),
                        entry.getValue().values()))
                .toList();
        new AtomicFile(file).write(out -> new SafetensorsWriter(note.metadata()).write(tensors, out));
    }
}
