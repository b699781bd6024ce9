package io.ssdlab.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.core.train.ParameterGroup;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ParameterGroupSettingsTest {

    private static final String GROUPS = """
            training:
              parameter-groups:
                - {name: stem, tensors: [conv1_*, conv2_*], frozen: yes}
                - name: backbone
                  tensors: ["conv*"]
                  learning-rate-multiplier: 0.1
                  weight-decay-multiplier: 0
                  frozen-statistics: yes
            """;

    private final Laboratory lab = new Laboratory();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void areBoundInOrderWithTheirPlaces() {
        Row row = lab.extended(GROUPS).rows().get(0);
        List<ParameterGroup> groups = row.parameterGroups();

        assertThat(groups).extracting(ParameterGroup::name).containsExactly("stem", "backbone");
        assertThat(groups).extracting(ParameterGroup::where).allMatch(where -> where.matches(".*own.yaml:[46]:.*"));
        assertThat(groups.get(0).frozen()).isTrue();
        assertThat(groups.get(0).learningRateMultiplier()).isEqualTo(1);
        assertThat(groups.get(0).tensors()).hasSize(2);
        assertThat(groups.get(1).frozenStatistics()).isTrue();
        assertThat(groups.get(1).learningRateMultiplier()).isEqualTo(0.1);
        assertThat(groups.get(1).weightDecayMultiplier()).isZero();
    }

    @Test
    void areChangedByNumberAndTakenAway() {
        assertThat(lab.extended(GROUPS, "training.parameter-groups.0.frozen=no")
                        .rows()
                        .get(0)
                        .parameterGroups()
                        .get(0)
                        .frozen())
                .isFalse();
        String none = identity();
        assertThat(identity("training.parameter-groups=[]")).isEqualTo(none);
        assertThat(identity("training.parameter-groups=")).isEqualTo(none);
        assertThat(none).doesNotContain("parameter-groups");
    }

    @Test
    void belongToTheIdentityInTheirOrder() {
        String stem = "{name: stem, tensors: [conv1_*], frozen: yes}";
        String all = "{name: all, tensors: ['*'], learning-rate-multiplier: 0.1}";
        assertThat(identity("training.parameter-groups=[" + stem + ", " + all + "]"))
                .contains("\"parameter-groups\":[{\"frozen\":true,\"frozen-statistics\":false,\"name\":\"stem\"")
                .isNotEqualTo(identity("training.parameter-groups=[" + all + ", " + stem + "]"));
    }

    @Test
    void loadAgainFromWhatARunStores() {
        Experiment experiment = lab.extended(GROUPS).base();
        lab.write("stored.yaml", ConfigIdentity.resolvedJson(experiment));

        assertThat(lab.load("stored.yaml").base().training().parameterGroups())
                .isEqualTo(experiment.training().parameterGroups())
                .isPresent();
    }

    @Test
    void areRefusedWithTheirLine() {
        assertThat(lab.problems("""
                                training:
                                  parameter-groups:
                                    - {name: one, tensors: ["a.[0-"]}
                                    - {name: two, tensors: []}
                                    - {name: " ", tensors: [a]}
                                    - {name: four, tensors: [a], frozen: yes, learning-rate-multiplier: 0.1}
                                    - {name: five, tensors: [a], learning-rate-multiplier: -1}
                                    - {name: six, tensors: a}
                                    - {name: seven, tensors: [a], froze: yes}
                                """))
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem).contains("own.yaml:4:").contains("is no pattern of tensors"),
                        problem -> assertThat(problem).contains("own.yaml:5:").contains("two has no patterns"),
                        problem -> assertThat(problem).contains("own.yaml:6:").contains("the name is blank"),
                        problem -> assertThat(problem).contains("own.yaml:7:").contains("the group four is frozen"),
                        problem ->
                                assertThat(problem).contains("own.yaml:8:").contains("learning-rate-multiplier is -1"),
                        problem -> assertThat(problem).contains("own.yaml:9:").contains("tensors is the text 'a'"),
                        problem -> assertThat(problem).contains("own.yaml:10:").contains("unknown key froze"));
        assertThat(lab.problems("training: {parameter-groups: [{name: a, tensors: [x]}, {name: a, tensors: [y]}]}"))
                .singleElement()
                .asString()
                .contains("parameter-groups [a, a] names a group twice");
    }

    private String identity(String... sets) {
        return ConfigIdentity.of(lab.load("toy.yaml", sets).base()).json();
    }
}
