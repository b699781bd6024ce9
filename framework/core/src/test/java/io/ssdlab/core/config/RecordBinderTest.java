package io.ssdlab.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.Problem;
import io.ssdlab.spi.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordBinderTest {

    enum Mode {
        HALF_UP,
        OFF
    }

    record Inner(
            @Setting(value = "Low.", defaultsTo = "1", min = 0)
            int low,

            @Setting(value = "High.", defaultsTo = "2", max = 10)
            int high) {
        Inner {
            if (low > high) {
                throw new IllegalArgumentException("low " + low + " is above high " + high);
            }
        }
    }

    record Settings(
            @Setting(value = "A share.", min = 0, max = 1, aboveMin = true)
            double learningRate,

            @Setting(value = "A count.", defaultsTo = "3", min = 1)
            int count,

            @Setting(value = "A flag.", defaultsTo = "no") boolean flag,
            @Setting(value = "A word.", defaultsTo = "2007") String word,

            @Setting(value = "A mode.", defaultsTo = "half-up")
            Mode mode,

            @Setting(value = "A folder.", defaultsTo = "${env:FOLDER:-.}")
            Path folder,

            @Setting(value = "Perhaps.", max = 5) Optional<Long> perhaps,

            @Setting(value = "Numbers.", defaultsTo = "[1, 2.5]", min = 0)
            List<Float> numbers,

            @Setting(value = "By name.", defaultsTo = "{}") Map<String, Double> byName,
            @Setting(value = "Pairs.", defaultsTo = "[]") List<Inner> pairs,
            Inner inner) {}

    private final Problems problems = new Problems();
    private final Path folder = Path.of("lab").toAbsolutePath();

    private Optional<Settings> bind(String yaml) {
        return binder(yaml).bind("", new YamlReader().read("f", yaml), Settings.class, "table");
    }

    private RecordBinder binder(String yaml) {
        return new RecordBinder(
                folder,
                new Interpolation(List.of(new YamlReader().read("f", yaml)), Map.of("FOLDER", "there")),
                List.of(),
                problems);
    }

    @Test
    void fillsInDefaults() {
        assertThat(bind("learning-rate: 0.5"))
                .contains(new Settings(
                        0.5,
                        3,
                        false,
                        "2007",
                        Mode.HALF_UP,
                        folder.resolve("there"),
                        Optional.empty(),
                        List.of(1f, 2.5f),
                        Map.of(),
                        List.of(),
                        new Inner(1, 2)));
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void bindsEveryType() {
        Settings settings = bind("""
                        learning-rate: 1
                        count: ${perhaps}
                        flag: on
                        word: off
                        mode: OFF
                        folder: ../up
                        perhaps: 4
                        numbers: [1e-3]
                        by-name: {z: 1, a: 2}
                        pairs: [{high: 5}, {}]
                        inner: {low: 0}
                        """).orElseThrow();

        assertThat(settings.count()).isEqualTo(4);
        assertThat(settings.flag()).isTrue();
        assertThat(settings.word()).isEqualTo("off");
        assertThat(settings.mode()).isEqualTo(Mode.OFF);
        assertThat(settings.folder()).isEqualTo(folder.resolveSibling("up"));
        assertThat(settings.perhaps()).contains(4L);
        assertThat(settings.numbers()).containsExactly(1e-3f);
        assertThat(settings.byName().keySet()).containsExactly("z", "a");
        assertThat(settings.pairs()).containsExactly(new Inner(1, 5), new Inner(1, 2));
        assertThat(settings.inner()).isEqualTo(new Inner(0, 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'learning-rate: 0'       | f:1:16 | learning-rate is 0 | expected a number, above 0, at most 1",
                "'learning-rate: .nan'    | f:1:16 | learning-rate is .nan | expected a number, above 0, at most 1",
                "'learning-rate: fast'    | f:1:16 | learning-rate is the text 'fast' | expected a number, above 0, at most 1",
                "'learning-rate: \"1\"'   | f:1:16 | learning-rate is the text '1' | expected a number, above 0, at most 1",
                "'count: 1.5'             | f:1:8 | count is 1.5 | expected a whole number, at least 1",
                "'count: 99999999999'     | f:1:8 | count is 99999999999 | expected a whole number, at least 1",
                "'count: yes'             | f:1:8 | count is yes | expected a whole number, at least 1",
                "'count: [1]'             | f:1:8 | count is a list | expected a whole number, at least 1",
                "'flag: 1'                | f:1:7 | flag is 1 | expected yes or no",
                "'mode: up'               | f:1:7 | mode is the text 'up' | expected one of half-up, off",
                "'folder: \"a\\0b\"'      | f:1:9 | folder is the text 'a\u0000b' | expected a path",
                "'perhaps: 6'             | f:1:10 | perhaps is 6 | expected a whole number, at most 5",
                "'numbers: 5'             | f:1:10 | numbers is 5 | expected a list (each item a number), at least 0",
                "'numbers: [1, -1]'       | f:1:14 | numbers.1 is -1 | expected a list (each item a number), at least 0",
                "'numbers: [1, ~]'        | f:1:14 | numbers.1 is empty | expected a list (each item a number), at least 0",
                "'by-name: {a: b}'        | f:1:14 | by-name.a is the text 'b' | expected a number",
                "'inner: 5'               | f:1:8 | inner is 5 | expected a map of its settings",
                "'inner: {low: 5}'        | f:1:1 | inner: low 5 is above high 2 | change these settings to fit together",
                "'pairs: [{}, {low: 3}]'  | f:1:13 | pairs.1: low 3 is above high 2 | change these settings to fit together",
                "'word: ${script:x}'      | f:1:7 | cannot resolve ${script:x} | '${key.path} takes a single value of this experiment and ${env:NAME} one of the environment; write ${...:-value} for a fallback'",
                "'cuont: 1'               | f:1:1 | unknown key cuont | 'did you mean count? the keys here are: by-name, count, flag, folder, inner, learning-rate, mode, numbers, pairs, perhaps, table, word'",
                "'inner: {hihg: 1}'       | f:1:9 | unknown key hihg in inner | 'did you mean high? the keys here are: high, low'",
            })
    void reportsEachKindOfProblemAtItsPlace(String yaml, String where, String what, String remedy) {
        assertThat(bind(yaml)).isEmpty();
        assertThat(problems.list()).contains(new Problem(where, what, remedy));
    }

    @Test
    void reportsAllProblemsAtOnce() {
        assertThat(bind("count: 0\nflag: 5\nbogus: 1\ninner: {low: x, high: 11}\n"))
                .isEmpty();
        assertThat(problems.list())
                .extracting(Problem::where)
                .containsExactly("f:3:1", "f:1:1", "f:1:8", "f:2:7", "f:4:14", "f:4:23");
        assertThat(problems.list())
                .contains(new Problem(
                        "f:1:1", "learning-rate is missing", "expected a number, above 0, at most 1: A share."));
    }

    @Test
    void keepsEveryValueWithItsOrigin() {
        String yaml = "learning-rate: 1e-3\nmode: half_up\npairs: [{low: 2}]\n";
        RecordBinder binder = binder(yaml);
        binder.bind("", new YamlReader().read("f", yaml), Settings.class);

        assertThat(binder.resolvedValues())
                .contains(
                        new ResolvedValue("learning-rate", "0.001", "f:1:16"),
                        new ResolvedValue("mode", "half-up", "f:2:7"),
                        new ResolvedValue("flag", "no", "default"),
                        new ResolvedValue("perhaps", "(none)", "default"),
                        new ResolvedValue("numbers", "[1.0, 2.5]", "default"),
                        new ResolvedValue("pairs.0.low", "2", "f:3:15"),
                        new ResolvedValue("inner.high", "2", "default"));
    }
}
