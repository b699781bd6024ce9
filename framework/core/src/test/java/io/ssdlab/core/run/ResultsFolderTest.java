package io.ssdlab.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ssdlab.spi.InvalidInputException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsFolderTest {

    private final ResultsFolder results = new ResultsFolder(Path.of("/results"));

    @Test
    void anExperimentHasAFolderOfItsName() {
        assertThat(results.experiment("quickstart")).isEqualTo(Path.of("/results/quickstart"));
    }

    @Test
    void noNameLeadsOutOfTheFolder() {
        assertThat(results.experiment("../../etc/passwd")).isEqualTo(Path.of("/results/etc-passwd"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"runs", "data"})
    void namesOfOtherFoldersAreRefused(String name) {
        assertThatThrownBy(() -> results.experiment(name))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("cannot be called " + name);
    }
}
