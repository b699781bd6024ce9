package io.ssdlab.weights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes tensors as safetensors of float32. The same tensors and metadata give the same bytes: the tensors stay in their
 * order, the metadata are sorted by key, and the data starts at a multiple of 8 bytes.
 *
 * @see <a href="https://huggingface.co/docs/safetensors">the format</a>
 */
public final class SafetensorsWriter {

    /** The key of the metadata under which the SHA-256 of the data stands, in lower-case hexadecimal. */
    public static final String CHECKSUM = "ssdlab.checksum";

    private static final JsonFactory JSON = new JsonFactory();
    private static final int ALIGNMENT = 8;
    private static final int CHUNK = 1 << 16;

    private final Map<String, String> metadata;

    /**
     * @param metadata written into every file; a checksum among them is replaced by the right one
     * @throws IllegalArgumentException for keys of more than 1024 characters and values of more than 2<sup>18</sup>
     */
    public SafetensorsWriter(Map<String, String> metadata) {
        this.metadata = Map.copyOf(metadata);
        metadata.forEach((key, value) -> {
            if (key.length() > Limits.NAME || value.length() > Limits.TEXT) {
                throw new IllegalArgumentException("metadata %s is too long".formatted(Shown.of(key)));
            }
        });
    }

    /** Takes a piece of the data. */
    @FunctionalInterface
    private interface Sink {
        void take(byte[] bytes, int count) throws IOException;
    }

    /**
     * Writes a file.
     *
     * @param out not closed
     * @throws IllegalArgumentException if there is no tensor, a name occurs twice, or there are more tensors, values or names
     *     than {@link TensorFiles#open} takes (100 000, 2<sup>30</sup>, 100 MiB)
     */
    public void write(List<FloatTensor> tensors, OutputStream out) throws IOException {
        check(tensors);
        MessageDigest digest = DataChecksum.sha256();
        encode(tensors, (bytes, count) -> digest.update(bytes, 0, count));
        Map<String, String> noted = new TreeMap<>(metadata);
        noted.put(CHECKSUM, HexFormat.of().formatHex(digest.digest()));
        byte[] header = header(tensors, noted);
        out.write(ByteBuffer.allocate(SafetensorsReader.LENGTH_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .array());
        out.write(header);
        encode(tensors, (bytes, count) -> out.write(bytes, 0, count));
    }

    private static void check(List<FloatTensor> tensors) {
        if (tensors.isEmpty() || tensors.size() > Limits.TENSORS) {
            throw new IllegalArgumentException(
                    "%d tensors; 1 to %d can be written".formatted(tensors.size(), Limits.TENSORS));
        }
        Set<String> names = new HashSet<>();
        long values = 0;
        for (FloatTensor tensor : tensors) {
            values += tensor.values().length;
            if (!names.add(tensor.name()) || tensor.name().equals(SafetensorsReader.METADATA)) {
                throw new IllegalArgumentException("the name %s is taken".formatted(tensor.name()));
            }
        }
        if (values > Limits.ELEMENTS) {
            throw new IllegalArgumentException(
                    "%d values; at most %d can be written".formatted(values, Limits.ELEMENTS));
        }
    }

    private static byte[] header(List<FloatTensor> tensors, Map<String, String> noted) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeObjectFieldStart(SafetensorsReader.METADATA);
            for (Map.Entry<String, String> entry : noted.entrySet()) {
                json.writeStringField(entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
            long start = 0;
            for (FloatTensor tensor : tensors) {
                long end = start + (long) tensor.values().length * Float.BYTES;
                json.writeObjectFieldStart(tensor.name());
                json.writeStringField("dtype", "F32");
                json.writeFieldName("shape");
                int[] shape =
                        tensor.shape().stream().mapToInt(Integer::intValue).toArray();
                json.writeArray(shape, 0, shape.length);
                json.writeFieldName("data_offsets");
                json.writeArray(new long[] {start, end}, 0, 2);
                json.writeEndObject();
                start = end;
            }
            json.writeEndObject();
        }
        int padding = Math.floorMod(-(SafetensorsReader.LENGTH_BYTES + bytes.size()), ALIGNMENT);
        byte[] header = Arrays.copyOf(bytes.toByteArray(), bytes.size() + padding);
        Arrays.fill(header, bytes.size(), header.length, (byte) ' ');
        if (header.length > Limits.JSON) {
            throw new IllegalArgumentException("names and metadata take %d bytes, at most %d can be written"
                    .formatted(header.length, Limits.JSON));
        }
        return header;
    }

    private static void encode(List<FloatTensor> tensors, Sink sink) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        for (FloatTensor tensor : tensors) {
            int done = 0;
            while (done < tensor.values().length) {
                int count = Math.min(CHUNK / Float.BYTES, tensor.values().length - done);
                buffer.clear().asFloatBuffer().put(tensor.values(), done, count);
                sink.take(buffer.array(), count * Float.BYTES);
                done += count;
            }
        }
    }
}
