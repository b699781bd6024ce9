package io.ssdlab.plugin.backbones;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The check that the backbones' settings {@code finest-stride} have in common. */
final class FinestStride {

    private FinestStride() {}

    /** @throws IllegalArgumentException if the stride is none of those allowed */
    static void require(int stride, int... allowed) {
        if (IntStream.of(allowed).noneMatch(value -> value == stride)) {
            throw new IllegalArgumentException("finest-stride %d: give %s"
                    .formatted(
                            stride,
                            Arrays.stream(allowed).mapToObj(String::valueOf).collect(Collectors.joining(" or "))));
        }
    }
}
