package io.ssdlab.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.WithNull;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberArrayTest {

    private static final long NONE = Long.MIN_VALUE;

    private static Optional<long[]> parse(String text, int expected) {
        return NumberArray.parse(text.getBytes(StandardCharsets.UTF_8), 1, expected, NONE);
    }

    @Property
    void readsWhatIsThere(@ForAll List<@WithNull Long> numbers, @ForAll byte expected) {
        String text = numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]}"));

        assertThat(parse(text, expected).orElseThrow())
                .containsExactly(numbers.stream()
                        .mapToLong(number -> number == null ? NONE : number)
                        .toArray());
    }

    @Test
    void endsWithTheArray() {
        assertThat(parse("[1,2],[3]", 10).orElseThrow()).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[", "[1", "[1,", "[1,]", "[,1]", "[1 ,2]", "[1.5]", "[-]", "[nul]", "[n", "[nullx]", "[\"1\"]"})
    void refusesWhatIsNoArrayOfWholeNumbers(String text) {
        assertThat(parse(text, 1)).isEmpty();
    }
}
