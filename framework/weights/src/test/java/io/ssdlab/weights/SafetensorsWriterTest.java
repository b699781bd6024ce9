package io.ssdlab.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.spi.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

class SafetensorsWriterTest {

    private static final List<FloatTensor> TENSORS = List.of(
            new FloatTensor("z.weight", List.of(2, 3), new float[] {1, 2, 3, 4, 5, 6}),
            new FloatTensor("a", List.of(), new float[] {0.25f}));

    private static byte[] bytes(Map<String, String> metadata, List<FloatTensor> tensors) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SafetensorsWriter(metadata).write(tensors, out);
        return out.toByteArray();
    }

    @Property(tries = 200, seed = "1")
    void readsBackWhatItWrote(
            @ForAll @UniqueElements @Size(min = 1, max = 8) List<@StringLength(min = 1, max = 20) String> names,
            @ForAll @Size(max = 3) Map<@StringLength(max = 5) String, @StringLength(max = 5) String> metadata,
            @ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        List<FloatTensor> tensors = new ArrayList<>();
        Set<String> writable = new LinkedHashSet<>();
        for (String name : names) {
            if (isWritable(name) && writable.add(name)) {
                List<Integer> shape =
                        random.ints(random.nextInt(4), 0, 6).boxed().toList();
                float[] values =
                        new float[shape.stream().mapToInt(Integer::intValue).reduce(1, (a, b) -> a * b)];
                for (int i = 0; i < values.length; i++) {
                    values[i] = Float.intBitsToFloat(random.nextInt());
                }
                tensors.add(new FloatTensor(name, shape, values));
            }
        }
        Map<String, String> noted = new HashMap<>();
        metadata.forEach((key, value) -> {
            if (isText(key) && isText(value)) {
                noted.put(key, value);
            }
        });
        Assume.that(!tensors.isEmpty());
        try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
            Path file = disk.getPath("/weights");
            Files.write(file, bytes(noted, tensors));
            try (TensorFile opened = TensorFiles.open(file)) {
                assertThat(opened.format()).isEqualTo("safetensors");
                assertThat(new ArrayList<>(opened.tensors().keySet())).isEqualTo(new ArrayList<>(writable));
                for (FloatTensor tensor : tensors) {
                    assertThat(opened.tensors().get(tensor.name()).shape()).isEqualTo(tensor.shape());
                    assertThat(rawBits(opened.read(tensor.name()))).isEqualTo(rawBits(tensor.values()));
                }
                assertThat(opened.metadata()).containsAllEntriesOf(noted).hasSize(noted.size() + 1);
                opened.verify();
            }
        }
    }

    private static boolean isWritable(String name) {
        return isText(name) && !name.isBlank() && name.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isText(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static int[] rawBits(float[] values) {
        int[] bits = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            bits[i] = Float.floatToRawIntBits(values[i]);
        }
        return bits;
    }

    @Test
    void writesTheFormat() throws IOException, NoSuchAlgorithmException {
        byte[] bytes = bytes(Map.of("recipe", "ssd300", "format", "pt"), TENSORS);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int header = Math.toIntExact(buffer.getLong());
        assertThat(header % 8).isZero();
        byte[] data = Arrays.copyOfRange(bytes, 8 + header, bytes.length);
        String checksum =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
        assertThat(new String(bytes, 8, header, StandardCharsets.UTF_8).strip())
                .isEqualTo(
                        "{\"__metadata__\":{\"format\":\"pt\",\"recipe\":\"ssd300\",\"ssdlab.checksum\":\"" + checksum
                                + "\"},\"z.weight\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]},"
                                + "\"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[24,28]}}");
        assertThat(data).hasSize(28);
        assertThat(buffer.getFloat(8 + header + 4)).isEqualTo(2);
        assertThat(buffer.getFloat(8 + header + 24)).isEqualTo(0.25f);
        assertThat(bytes(Map.of("format", "pt", "recipe", "ssd300"), TENSORS)).isEqualTo(bytes);
    }

    @Test
    void tellsChangedDataByTheChecksum() throws IOException {
        try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
            Path file = disk.getPath("/weights");
            byte[] bytes = bytes(Map.of(SafetensorsWriter.CHECKSUM, "of an older file"), TENSORS);
            Files.write(file, bytes);
            try (TensorFile opened = TensorFiles.open(file)) {
                opened.verify();
            }
            bytes[bytes.length - 1] ^= 1;
            Files.write(file, bytes);
            try (TensorFile opened = TensorFiles.open(file)) {
                assertThatThrownBy(opened::verify)
                        .isInstanceOf(InvalidInputException.class)
                        .hasMessageContaining("/weights: the data's SHA-256 is ");
            }
        }
    }

    @Test
    void writesMoreThanABufferful() throws IOException {
        float[] values = new float[100_003];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
            Path file = disk.getPath("/weights");
            try (OutputStream out = Files.newOutputStream(file)) {
                new SafetensorsWriter(Map.of())
                        .write(List.of(new FloatTensor("long", List.of(values.length), values)), out);
            }
            assertThat(Reading.all(file).get("long")).isEqualTo(values);
        }
    }

    @Test
    void refusesWhatCouldNotBeReadBack() {
        assertThatThrownBy(() -> new FloatTensor("a", List.of(2, 2), new float[3]))
                .hasMessage("tensor 'a' of shape [2, 2] has 3 values");
        assertThatThrownBy(() -> new FloatTensor("a\nb", List.of(), new float[1]))
                .hasMessageContaining("'a?b'");
        assertThatThrownBy(() -> new FloatTensor("a\uD800", List.of(), new float[1]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bytes(Map.of(), List.of(TENSORS.get(0), TENSORS.get(0))))
                .hasMessage("the name z.weight is taken");
        assertThatThrownBy(() -> bytes(Map.of(), List.of())).hasMessage("0 tensors; 1 to 100000 can be written");
        assertThatThrownBy(() -> new SafetensorsWriter(Map.of("key", "v".repeat(300_000))))
                .hasMessage("metadata key is too long");
    }
}
