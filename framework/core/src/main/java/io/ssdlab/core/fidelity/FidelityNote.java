package io.ssdlab.core.fidelity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What of an experiment differs from the published recipe that it names.
 *
 * @param recipe its name; empty if the experiment names none, and then all else is empty too
 * @param title what the recipe trains on what
 * @param source the table, section or script that it is from
 * @param published its scores by name; may be empty
 * @param differences the settings that are not as published
 * @param unavoidable what the original does otherwise and no setting can express, a sentence each
 */
public record FidelityNote(
        String recipe,
        String title,
        String source,
        Map<String, Double> published,
        List<Difference> differences,
        List<String> unavoidable) {

    private static final FidelityNote WITHOUT_RECIPE = new FidelityNote("", "", "", Map.of(), List.of(), List.of());

    public FidelityNote {
        published = Collections.unmodifiableMap(new LinkedHashMap<>(published));
        differences = List.copyOf(differences);
        unavoidable = List.copyOf(unavoidable);
    }

    /** The note of an experiment that names no recipe. */
    public static FidelityNote withoutRecipe() {
        return WITHOUT_RECIPE;
    }

    /** Whether the experiment names a recipe. */
    public boolean namesRecipe() {
        return !recipe.isEmpty();
    }

    /** Whether the experiment names a recipe and does what it says. */
    public boolean isAsPublished() {
        return namesRecipe() && differences.isEmpty();
    }

    /** The note in a few words. */
    public String summary() {
        if (!namesRecipe()) {
            return "no published recipe named";
        }
        if (differences.isEmpty()) {
            return "as published (%s, %s)".formatted(recipe, source);
        }
        return differences.size() == 1
                ? "1 setting differs from " + recipe
                : "%d settings differ from %s".formatted(differences.size(), recipe);
    }
}
