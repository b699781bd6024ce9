package io.ssdlab.weights;

import io.ssdlab.spi.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Opens files of weights. */
public final class TensorFiles {

    private static final String MODEL = "model.json";

    private static final String READABLE = """
            what can be read: safetensors (.safetensors), TensorFlow.js models (model.json, or the folder that holds it), \
            Caffe (.caffemodel), Keras HDF5 (.h5), MXNet (.params)""";

    /** By how sure they tell their own. */
    private static final List<FormatReader> READERS = List.of(
            new KerasReader(), new MxnetReader(), new SafetensorsReader(), new TensorFlowJsReader(), new CaffeReader());

    private TensorFiles() {}

    /**
     * Opens a file of a format that is told by its content, whatever its name.
     *
     * @param path the file; of a TensorFlow.js model its {@code model.json} or the folder that holds this
     * @throws InvalidInputException with the problems found: a format that is not read here, a file that is broken or cut
     *     off, that contradicts itself, or that holds more than 2<sup>30</sup> numbers or 100 000 tensors
     */
    public static TensorFile open(Path path) {
        Path file = Files.isDirectory(path) ? path.resolve(MODEL) : path;
        if (!Files.exists(file)) {
            throw file.equals(path)
                    ? new InvalidInputException(path.toString(), "no such file", READABLE)
                    : new InvalidInputException(path.toString(), "the folder has no " + MODEL, READABLE);
        }
        if (!Files.isRegularFile(file)) {
            throw new InvalidInputException(file.toString(), "is no regular file", READABLE);
        }
        try {
            FileBytes bytes = FileBytes.open(List.of(file));
            try {
                return read(file, bytes);
            } catch (IOException | RuntimeException e) {
                bytes.close();
                throw e;
            }
        } catch (NoSuchFileException e) {
            throw new InvalidInputException(file.toString(), "no such file", READABLE);
        } catch (IOException e) {
            throw new InvalidInputException(
                    file.toString(), "the file cannot be read (" + e + ")", "a file that can be");
        }
    }

    private static TensorFile read(Path file, FileBytes bytes) throws IOException {
        FileStart start = FileStart.of(file, bytes);
        for (FormatReader reader : READERS) {
            if (reader.recognises(start)) {
                return reader.read(file, bytes);
            }
        }
        if (Pickle.recognises(start)) {
            throw Pickle.refusal(file);
        }
        throw new InvalidInputException(
                file.toString(),
                start.size() == 0 ? "the file is empty" : "the file is of no format that can be read",
                READABLE);
    }
}
