package io.ssdlab.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads safetensors: the length of the header (8 bytes, little-endian), the header (JSON), the data. Gaps between tensors
 * are allowed, overlaps are not.
 *
 * @see <a href="https://huggingface.co/docs/safetensors">the format</a>
 */
final class SafetensorsReader implements FormatReader {

    static final String METADATA = "__metadata__";

    /** Bytes before the header. */
    static final int LENGTH_BYTES = Long.BYTES;

    private static final Map<String, ElementType> TYPES = Map.ofEntries(
            Map.entry("BOOL", ElementType.BOOL),
            Map.entry("I8", ElementType.INT8),
            Map.entry("U8", ElementType.UINT8),
            Map.entry("I16", ElementType.INT16),
            Map.entry("U16", ElementType.UINT16),
            Map.entry("I32", ElementType.INT32),
            Map.entry("U32", ElementType.UINT32),
            Map.entry("I64", ElementType.INT64),
            Map.entry("F16", ElementType.FLOAT16),
            Map.entry("BF16", ElementType.BFLOAT16),
            Map.entry("F32", ElementType.FLOAT32),
            Map.entry("F64", ElementType.FLOAT64));

    /** An entry of the header while its fields come in. */
    private static final class Entry {
        private Optional<String> type = Optional.empty();
        private Optional<List<Long>> shape = Optional.empty();
        private Optional<List<Long>> offsets = Optional.empty();
    }

    @Override
    public String format() {
        return "safetensors";
    }

    @Override
    public boolean recognises(FileStart start) {
        return start.head().limit() > LENGTH_BYTES && start.head().get(LENGTH_BYTES) == '{';
    }

    @Override
    public IndexedTensorFile read(Path file, FileBytes bytes) throws IOException {
        TensorIndex index = new TensorIndex(file);
        ByteBuffer length = ByteBuffer.allocate(LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.read(0, length);
        long header = length.getLong(0);
        if (header < 0 || header > bytes.size() - LENGTH_BYTES || header > Limits.JSON) {
            throw index.broken(
                    "the header should take %s bytes, but %d follow"
                            .formatted(Long.toUnsignedString(header), bytes.size() - LENGTH_BYTES),
                    "at most %d; is the file whole?".formatted(Limits.JSON));
        }
        long data = LENGTH_BYTES + header;
        Map<String, String> metadata = new LinkedHashMap<>();
        JsonText.read(
                bytes.stream(LENGTH_BYTES, data),
                file + ", header",
                text -> text.object("the header", name -> {
                    if (name.equals(METADATA)) {
                        text.object(
                                METADATA,
                                key -> metadata.put(key, text.string("the value of '" + Shown.of(key) + "'")));
                    } else {
                        addTensor(name, text, index, bytes, data);
                    }
                }));
        Map<String, StoredTensor> tensors = index.tensors();
        refuseOverlaps(tensors, index);
        Optional<DataChecksum> checksum = Optional.ofNullable(metadata.get(SafetensorsWriter.CHECKSUM))
                .map(expected -> new DataChecksum(expected, bytes, data));
        return new IndexedTensorFile(format(), file, tensors, metadata, checksum, List.of(bytes));
    }

    private static void addTensor(String name, JsonText text, TensorIndex index, FileBytes bytes, long data)
            throws IOException {
        Entry entry = new Entry();
        String tensor = "tensor '" + Shown.of(name) + "'";
        text.object(tensor, field -> {
            switch (field) {
                case "dtype" -> entry.type = Optional.of(text.string(field));
                case "shape" -> entry.shape = Optional.of(text.wholes(field, Limits.RANK));
                case "data_offsets" -> entry.offsets = Optional.of(text.wholes(field, 2));
                default -> text.skip();
            }
        });
        if (entry.type.isEmpty() || entry.shape.isEmpty() || entry.offsets.isEmpty()) {
            index.problem(tensor + " lacks a field", "required: dtype, shape, data_offsets");
            return;
        }
        ElementType type = TYPES.get(entry.type.get());
        if (type == null) {
            index.problem(
                    tensor + " is of type " + Shown.of(entry.type.get()),
                    "one of " + TYPES.keySet().stream().sorted().toList());
            return;
        }
        List<Long> offsets = entry.offsets.get();
        if (offsets.size() != 2
                || offsets.get(0) < 0
                || offsets.get(1) < offsets.get(0)
                || offsets.get(1) > bytes.size() - data) {
            index.problem(
                    tensor
                            + " has data_offsets that are no range of the file's %d bytes of data"
                                    .formatted(bytes.size() - data),
                    "[start, end] is expected; is the file whole?");
            return;
        }
        index.add(new TensorIndex.Claim(
                name,
                entry.shape.get(),
                type,
                Encoding.plain(type, ByteOrder.LITTLE_ENDIAN),
                bytes,
                data + offsets.get(0),
                offsets.get(1) - offsets.get(0)));
    }

    private static void refuseOverlaps(Map<String, StoredTensor> tensors, TensorIndex index) {
        List<StoredTensor> ordered = new ArrayList<>(tensors.values());
        ordered.removeIf(tensor -> tensor.byteCount() == 0);
        ordered.sort(Comparator.comparingLong(StoredTensor::start));
        for (int i = 1; i < ordered.size(); i++) {
            StoredTensor before = ordered.get(i - 1);
            StoredTensor tensor = ordered.get(i);
            if (tensor.start() < before.start() + before.byteCount()) {
                index.problem(
                        "tensors '%s' and '%s' overlap"
                                .formatted(
                                        Shown.of(before.info().name()),
                                        Shown.of(tensor.info().name())),
                        "bytes of its own for each");
            }
        }
        index.throwIfAny();
    }
}
