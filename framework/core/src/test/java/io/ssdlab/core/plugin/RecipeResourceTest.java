package io.ssdlab.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ssdlab.core.plugin.toy.ToyPlugin;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecipeResourceTest {

    private final InstalledPlugin toy = InstalledPlugin.of(new ToyPlugin());

    private Recipe load(String name) {
        return new RecipeResource(name, toy).load();
    }

    @Test
    void readsWhatWasPublishedWithItsPlaces() {
        Recipe recipe = load("toy-paper");

        assertThat(recipe.title()).isEqualTo("The toy");
        assertThat(recipe.source()).isEqualTo("toy paper, Table 1");
        assertThat(recipe.published()).isEqualTo(Map.of("recall", 50.5));
        assertThat(recipe.settings().find("training.batch").orElseThrow().origin())
                .hasToString("recipe toy-paper:13:12");
    }

    @Test
    void liesOverTheRecipeThatItExtends() {
        Recipe recipe = load("toy-paper-bright");

        assertThat(recipe.title()).isEqualTo("The bright toy");
        assertThat(recipe.published()).as("scores of another recipe").isEmpty();
        assertThat(recipe.notes()).containsExactly("It was trained on a toy computer.", "It was trained in the sun.");
        assertThat(recipe.settings().find("training.augment").orElseThrow().children())
                .extracting(entry -> entry.name() + " " + entry.kind())
                .containsExactly("toy-mirror MAP", "toy-brighten MAP");
        assertThat(recipe.settings().find("training.iterations")).isPresent();
    }

    @Test
    void namesThePluginThatLacksIt() {
        assertThatThrownBy(() -> load("toy-missing"))
                .hasMessageContaining("plugin toy unversioned")
                .hasMessageContaining("no resource META-INF/ssdlab/recipes/toy-missing.yaml");
    }

    @Test
    void refusesCircles() {
        assertThatThrownBy(() -> load("toy-circle"))
                .hasMessageContaining("recipe toy-circle-back:1:10: a recipe that extends itself");
    }

    @Test
    void reportsAllThatIsWrongWithAFile() {
        assertThatThrownBy(() -> load("toy-escape"))
                .hasMessageContaining("recipe toy-escape:1:10: extends is no recipe's name")
                .hasMessageContaining("recipe toy-escape:2:1: unknown key titel")
                .hasMessageContaining("has no map settings")
                .hasMessageContaining("title is missing");
    }
}
