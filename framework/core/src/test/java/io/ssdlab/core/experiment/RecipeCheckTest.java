package io.ssdlab.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.core.fidelity.Difference;
import io.ssdlab.core.fidelity.FidelityNote;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeCheckTest {

    private static final String RECIPE = "recipe: toy-paper-bright\n";

    private final Laboratory lab = new Laboratory();

    @AfterEach
    void close() {
        lab.close();
    }

    private FidelityNote note(String text, String... sets) {
        return lab.extended(text, sets).rows().get(0).fidelity();
    }

    private static List<String> differences(FidelityNote note) {
        return note.differences().stream().map(RecipeCheckTest::line).toList();
    }

    private static String line(Difference one) {
        return one.key() + ": " + one.value() + " / " + one.published();
    }

    @Test
    void anExperimentThatDoesAsPublishedHasNoDifference() {
        FidelityNote note = note(RECIPE);

        assertThat(note.isAsPublished()).isTrue();
        assertThat(note.differences()).isEmpty();
        assertThat(note.summary()).isEqualTo("as published (toy-paper-bright, toy paper, Table 2)");
        assertThat(note.unavoidable()).hasSize(2);
    }

    @Test
    void anExperimentNeedNotNameARecipe() {
        assertThat(note("")).isEqualTo(FidelityNote.withoutRecipe());
        assertThat(note("recipe: ~").namesRecipe()).isFalse();
    }

    @Test
    void theRecipeIsInheritedAndDoesNotChangeTheIdentity() {
        lab.write("child.yaml", "extends: own.yaml\ntraining: {batch: 4}");
        Experiment own = lab.extended(RECIPE).base();

        assertThat(differences(lab.load("child.yaml").rows().get(0).fidelity()))
                .containsExactly("training.batch: 4 / 2");
        assertThat(ConfigIdentity.of(own))
                .isEqualTo(ConfigIdentity.of(lab.load("toy.yaml").base()));
        assertThat(ConfigIdentity.resolvedJson(own)).contains("\"recipe\":\"toy-paper-bright\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "training.batch=8                        | training.batch: 8 / 2",
                "training.matcher.threshold=0.3          | training.matcher.threshold: 0.3 / 0.4",
                "training.augment.toy-mirror=off         | training.augment.toy-mirror: off / on",
                "training.augment.toy-brighten.delta=6   | training.augment.toy-brighten.delta: 6 / 5",
                "training.augment.more={use: toy-mirror} | training.augment.toy-mirror-2: on / off",
                "'training.augment=[{use: toy-brighten, delta: 5}, {use: toy-mirror, probability: 0.25}]' | "
                        + "'training.augment: [toy-brighten, toy-mirror] / [toy-mirror, toy-brighten]'",
                "dataset.train.split=train               | dataset.train.split: train / trainval",
                "dataset.train.images=4                  | dataset.train.images: 4 / 3"
            })
    void tellsWhatIsNotAsPublished(String set, String difference) {
        assertThat(differences(note(RECIPE, set))).containsExactly(difference);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data=/elsewhere",
                "dataset.train.root=/elsewhere",
                "seeds=[7]",
                "engine=PyTorch",
                "device=cpu",
                "loader.threads=1",
                "name=other",
                "training.checkpoint-every=5",
                "detection.batch=3",
                "training.matcher.ignored=1",
                "training.loss=toy-absolute",
                "model.input.width=65"
            })
    void whatChangesNoNumberOrTheRecipeDoesNotSetDoesNotCount(String set) {
        assertThat(differences(note(RECIPE, set))).isEmpty();
    }

    @Test
    void anAugmenterThatTheRecipeTurnsOffCounts() {
        assertThat(differences(note("recipe: toy-paper"))).containsExactly("training.augment.toy-brighten: on / off");
    }

    @Test
    void everyRowHasItsOwnNote() {
        ExperimentPlan plan = lab.extended(RECIPE + """
                table:
                  factors: {matcher: {with: toy-other-matcher}}
                  rows: [{matcher: no}, {matcher: yes}]
                """, "training.batch=3");

        assertThat(plan.rows())
                .extracting(row -> differences(row.fidelity()))
                .containsExactly(
                        List.of("training.batch: 3 / 2"),
                        List.of("training.batch: 3 / 2", "training.matcher.threshold: 0.9 / 0.4"));
    }

    @Test
    void reportsUnknownAndBrokenRecipes() {
        assertThat(lab.problems("recipe: toy-papre"))
                .containsExactly("own.yaml:2:9: there is no recipe named toy-papre");
        assertThat(lab.problems("recipe: toy-broken"))
                .containsExactly("recipe toy-broken:5:5: unknown key bach in training");
    }
}
