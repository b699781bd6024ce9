package io.ssdlab.weights;

import io.ssdlab.spi.InvalidInputException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Reads TensorFlow.js models, graph and layers models alike: the {@code weightsManifest} of {@code model.json} lists groups
 * of tensors, and of shards, which one after the other hold the tensors of their group in order.
 *
 * @see <a href="https://github.com/tensorflow/tfjs/blob/master/tfjs-core/src/io/types.ts">the format</a>
 */
final class TensorFlowJsReader implements FormatReader {

    private static final String MANIFEST = "weightsManifest";
    private static final int MOST_SHARDS = 4096;

    private static final Map<String, ElementType> TYPES =
            Map.of("float32", ElementType.FLOAT32, "int32", ElementType.INT32, "bool", ElementType.BOOL);

    private static final Map<String, ElementType> QUANTIZED =
            Map.of("uint8", ElementType.UINT8, "uint16", ElementType.UINT16, "float16", ElementType.FLOAT16);

    /** A group of the manifest while its fields come in. */
    private static final class Group {
        private final List<String> paths = new ArrayList<>();
        private final List<Weight> weights = new ArrayList<>();
    }

    /** A tensor of the manifest while its fields come in. */
    private static final class Weight {
        private Optional<String> name = Optional.empty();
        private Optional<List<Long>> shape = Optional.empty();
        private Optional<String> type = Optional.empty();
        private boolean quantized;
        private Optional<String> storedType = Optional.empty();
        private OptionalDouble scale = OptionalDouble.empty();
        private OptionalDouble min = OptionalDouble.empty();
    }

    @Override
    public String format() {
        return "tensorflow-js";
    }

    @Override
    public boolean recognises(FileStart start) {
        for (int i = 0; i < start.head().limit(); i++) {
            if (!Character.isWhitespace(start.head().get(i))) {
                return start.head().get(i) == '{';
            }
        }
        return false;
    }

    @Override
    public IndexedTensorFile read(Path file, FileBytes bytes) throws IOException {
        List<Group> groups = manifest(file, bytes);
        TensorIndex index = new TensorIndex(file);
        ShardFolder folder = new ShardFolder(file, index);
        List<List<Path>> shards = new ArrayList<>();
        for (Group group : groups) {
            shards.add(folder.locate(group.paths));
        }
        index.throwIfAny();
        List<FileBytes> sources = new ArrayList<>();
        sources.add(bytes);
        try {
            for (int i = 0; i < groups.size(); i++) {
                FileBytes source = FileBytes.open(shards.get(i));
                sources.add(source);
                addGroup(groups.get(i), source, index);
            }
            return new IndexedTensorFile(format(), file, index.tensors(), sources);
        } catch (IOException | RuntimeException e) {
            for (FileBytes source : sources) {
                source.close();
            }
            throw e;
        }
    }

    private static List<Group> manifest(Path file, FileBytes bytes) throws IOException {
        List<Group> groups = new ArrayList<>();
        Set<String> found = new HashSet<>();
        int[] shards = {0};
        int[] tensors = {0};
        JsonText.read(
                bytes.stream(0, bytes.size()),
                file.toString(),
                text -> text.object("the file", key -> {
                    if (!key.equals(MANIFEST)) {
                        text.skip();
                        return;
                    }
                    found.add(key);
                    text.array(key, () -> {
                        Group group = new Group();
                        groups.add(group);
                        text.object("the group", field -> {
                            switch (field) {
                                case "paths" ->
                                    text.array(field, () -> {
                                        group.paths.add(text.string("the path"));
                                        if (++shards[0] > MOST_SHARDS) {
                                            throw text.refusal("more than %d shards".formatted(MOST_SHARDS), "fewer");
                                        }
                                    });
                                case "weights" ->
                                    text.array(field, () -> {
                                        group.weights.add(weight(text));
                                        if (++tensors[0] > Limits.TENSORS) {
                                            throw text.refusal(
                                                    "more than %d tensors".formatted(Limits.TENSORS), "fewer");
                                        }
                                    });
                                default -> text.skip();
                            }
                        });
                    });
                }));
        if (found.isEmpty()) {
            throw new InvalidInputException(
                    file.toString(),
                    "the JSON text has no " + MANIFEST,
                    "a TensorFlow.js model's model.json is expected");
        }
        return groups;
    }

    private static Weight weight(JsonText text) throws IOException {
        Weight weight = new Weight();
        text.object("the tensor", field -> {
            switch (field) {
                case "name" -> weight.name = Optional.of(text.string(field));
                case "shape" -> weight.shape = Optional.of(text.wholes(field, Limits.RANK));
                case "dtype" -> weight.type = Optional.of(text.string(field));
                case "quantization" -> {
                    weight.quantized = true;
                    text.object(field, part -> {
                        switch (part) {
                            case "dtype" -> weight.storedType = Optional.of(text.string(part));
                            case "scale" -> weight.scale = OptionalDouble.of(text.number(part));
                            case "min" -> weight.min = OptionalDouble.of(text.number(part));
                            default -> text.skip();
                        }
                    });
                }
                default -> text.skip();
            }
        });
        if (weight.name.isEmpty() || weight.shape.isEmpty() || weight.type.isEmpty()) {
            throw text.refusal("the tensor lacks a field", "required: name, shape, dtype");
        }
        return weight;
    }

    private static void addGroup(Group group, FileBytes source, TensorIndex index) {
        long start = 0;
        for (Weight weight : group.weights) {
            String name = weight.name.orElseThrow();
            List<Long> shape = weight.shape.orElseThrow();
            Optional<Encoding> encoding = encoding(weight, name, index);
            long count = TensorIndex.elementCount(shape);
            if (encoding.isEmpty() || count < 0 || shape.size() > Limits.RANK) {
                if (encoding.isPresent()) {
                    index.add(new TensorIndex.Claim(
                            name, shape, encoding.get().type(), encoding.get(), source, start, -1));
                }
                // Where the tensors after it start is not known.
                return;
            }
            long bytes = count * encoding.get().type().bytes();
            ElementType type = TYPES.get(weight.type.orElseThrow());
            index.add(new TensorIndex.Claim(name, shape, type, encoding.get(), source, start, bytes));
            start += bytes;
        }
        if (start != source.size()) {
            index.problem(
                    "the tensors of the group of %s take %d bytes, its shards have %d"
                            .formatted(Shown.of(String.valueOf(group.paths)), start, source.size()),
                    "are all shards whole, and those of this model.json?");
        }
    }

    private static Optional<Encoding> encoding(Weight weight, String name, TensorIndex index) {
        String tensor = "tensor '" + Shown.of(name) + "' ";
        ElementType type = TYPES.get(weight.type.orElseThrow());
        if (type == null) {
            index.problem(
                    tensor + "is of type " + Shown.of(weight.type.orElseThrow()),
                    "one of " + TYPES.keySet().stream().sorted().toList());
            return Optional.empty();
        }
        if (!weight.quantized) {
            return Optional.of(Encoding.plain(type, ByteOrder.LITTLE_ENDIAN));
        }
        ElementType stored = QUANTIZED.get(weight.storedType.orElse(""));
        boolean scaled = stored == ElementType.UINT8 || stored == ElementType.UINT16;
        if (stored == null || (scaled && (weight.scale.isEmpty() || weight.min.isEmpty()))) {
            index.problem(
                    tensor + "has a quantization that is not known",
                    "dtype float16, or dtype uint8 or uint16 with scale and min");
            return Optional.empty();
        }
        if (!scaled) {
            return Optional.of(Encoding.plain(stored, ByteOrder.LITTLE_ENDIAN));
        }
        return Optional.of(new Encoding(
                stored,
                ByteOrder.LITTLE_ENDIAN,
                new Encoding.Quantization(
                        weight.scale.orElseThrow(), weight.min.orElseThrow(), type != ElementType.FLOAT32)));
    }
}
