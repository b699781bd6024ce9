package io.ssdlab.core.weights;

import io.ssdlab.spi.model.Preprocessing;
import io.ssdlab.spi.model.Preprocessing.ChannelOrder;
import io.ssdlab.spi.weights.HostTensor;
import io.ssdlab.spi.weights.WeightsSheet;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** For tests: files as an import writes them. */
public final class ImportedWeights {

    /** What the weights of {@link #note} take. */
    public static final Preprocessing PIXELS = new Preprocessing(ChannelOrder.RGB, 103.5f, 116.25f, 123.75f, 0.5f);

    private ImportedWeights() {}

    /** Of a detector of these classes; of a backbone, if there is none. */
    public static WeightsNote note(List<String> classes) {
        return new WeightsNote(
                "toy-detector",
                new WeightsSheet(
                        "A toy: \"détecteur\"",
                        "drawn here",
                        "CC0-1.0",
                        "caffe",
                        PIXELS,
                        classes,
                        classes.isEmpty() ? "" : "recipe: toy\n"),
                Map.of("conv1.weight", "first/weights"),
                Map.of("toy.caffemodel", "ab".repeat(32)));
    }

    /** Writes tensors with a note. */
    public static Path write(Path file, Map<String, HostTensor> tensors, WeightsNote note) {
        new WeightsWriter(file).write(new WeightsImport(tensors, note.names(), List.of()), note);
        return file;
    }
}
