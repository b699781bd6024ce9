package io.ssdlab.core.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FidelityNoteTest {

    private static final Difference BATCH = new Difference("training.batch", "8", "32");

    private static FidelityNote note(Difference... differences) {
        return new FidelityNote(
                "ssd300", "SSD300", "paper, Table 1", Map.of(), List.of(differences), List.of("Four GPUs."));
    }

    @Test
    void saysInAFewWordsHowFarItIsAsPublished() {
        assertThat(note().summary()).isEqualTo("as published (ssd300, paper, Table 1)");
        assertThat(note(BATCH).summary()).isEqualTo("1 setting differs from ssd300");
        assertThat(note(BATCH, BATCH).summary()).isEqualTo("2 settings differ from ssd300");
        assertThat(FidelityNote.withoutRecipe().summary()).isEqualTo("no published recipe named");
    }

    @Test
    void withoutRecipeNothingIsAsPublished() {
        assertThat(note().isAsPublished()).isTrue();
        assertThat(note(BATCH).isAsPublished()).isFalse();
        assertThat(FidelityNote.withoutRecipe().isAsPublished()).isFalse();
    }
}
