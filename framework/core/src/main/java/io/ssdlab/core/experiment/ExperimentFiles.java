package io.ssdlab.core.experiment;

import io.ssdlab.core.config.Problems;
import io.ssdlab.core.config.SettingOverride;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.spi.InvalidInputException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Loads several experiment files that are to be run or tabulated together.
 *
 * @param registry the components and variants that files may name
 * @param workingDirectory what relative paths in settings are relative to
 * @param environment for {@code ${env:NAME}}
 */
public record ExperimentFiles(ComponentRegistry registry, Path workingDirectory, Map<String, String> environment) {

    public ExperimentFiles {
        environment = Map.copyOf(environment);
    }

    /**
     * Loads all files.
     *
     * @return the plan of each file, in the order given; a file given twice counts once
     * @throws InvalidInputException with the problems of all files; also if two experiments share a name, and with it
     *     their table's folder
     */
    public Map<Path, ExperimentPlan> load(List<Path> files, List<SettingOverride> sets) {
        Problems problems = new Problems();
        Map<Path, ExperimentPlan> plans = new LinkedHashMap<>();
        Map<String, Path> names = new HashMap<>();
        for (Path file : files) {
            if (plans.containsKey(file)) {
                continue;
            }
            try {
                ExperimentPlan plan = ExperimentFile.load(file, sets, registry, workingDirectory, environment);
                plans.put(file, plan);
                Path namesake = names.putIfAbsent(plan.base().name(), file);
                if (namesake != null) {
                    problems.add(
                            file.toString(),
                            "the experiment %s has the name of %s"
                                    .formatted(plan.base().name(), namesake),
                            "set name: to something else in one of them");
                }
            } catch (InvalidInputException e) {
                problems.addAll(e.problems());
            }
        }
        problems.throwIfAny();
        return plans;
    }
}
