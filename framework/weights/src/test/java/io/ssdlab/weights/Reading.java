package io.ssdlab.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ssdlab.spi.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Files of weights, read whole: good, refused and damaged ones. */
final class Reading {

    private Reading() {}

    /** All tensors of a file. */
    static Map<String, float[]> all(Path file) {
        try (TensorFile opened = TensorFiles.open(file)) {
            Map<String, float[]> values = new LinkedHashMap<>();
            opened.tensors().keySet().forEach(name -> values.put(name, opened.read(name)));
            return values;
        }
    }

    /** What is wrong with a file: place and problem of each, in a line. */
    static List<String> problems(Path file) {
        InvalidInputException refusal = catchThrowableOfType(InvalidInputException.class, () -> all(file));
        assertThat(refusal).as("the refusal of " + file).isNotNull();
        return refusal.problems().stream()
                .map(problem -> problem.where() + ": " + problem.what())
                .toList();
    }

    /**
     * Changes single bytes of a file and cuts it off, and checks that it is read or refused each time, in no other way.
     *
     * @param damaged what is changed, one of those that {@code opened} needs
     */
    static void damage(Path damaged, Path opened, long seed, int times) throws IOException {
        byte[] whole = Files.readAllBytes(damaged);
        SplittableRandom random = new SplittableRandom(seed);
        int refused = 0;
        for (int i = 0; i < times; i++) {
            byte[] bytes = whole.clone();
            int place = random.nextInt(bytes.length);
            bytes[place] = (byte) (random.nextBoolean() ? random.nextInt(256) : bytes[place] ^ 1 << random.nextInt(8));
            refused += refused(damaged, opened, bytes, "byte " + place + " as " + bytes[place]);
        }
        for (int i = 0; i < times / 4; i++) {
            int length = random.nextInt(whole.length);
            refused += refused(damaged, opened, Arrays.copyOf(whole, length), "the first " + length + " bytes");
        }
        assertThat(refused).isPositive();
        Files.write(damaged, whole);
        all(opened);
    }

    private static int refused(Path damaged, Path opened, byte[] bytes, String damage) throws IOException {
        Files.write(damaged, bytes);
        Throwable thrown = catchThrowable(() -> all(opened));
        if (thrown == null) {
            return 0;
        }
        assertThat(thrown).as(damage).isInstanceOf(InvalidInputException.class);
        return 1;
    }
}
