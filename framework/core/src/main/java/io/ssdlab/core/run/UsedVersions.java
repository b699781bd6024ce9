package io.ssdlab.core.run;

import io.ssdlab.core.experiment.Experiment;
import io.ssdlab.core.plugin.ComponentChoice;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.plugin.InstalledPlugin;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The versions that a run's outcome depends on: of the framework, and of the plugins whose components train and detect. A
 * plugin that an experiment does not use, or uses only to score, is none of them: its new version leaves the run as good
 * as it was.
 */
final class UsedVersions {

    /** With a blank, which no plugin's name has. */
    static final String FRAMEWORK = "ssdlab framework";

    private UsedVersions() {}

    /** By name, sorted. */
    static SortedMap<String, String> of(Experiment experiment, ComponentRegistry registry) {
        SortedMap<String, String> versions = new TreeMap<>();
        versions.put(FRAMEWORK, frameworkVersion());
        for (ComponentChoice choice : experiment.producing()) {
            registry.find(choice.kind(), choice.name()).ifPresent(component -> {
                InstalledPlugin plugin = component.plugin();
                versions.put(plugin.name(), plugin.build());
            });
        }
        return Collections.unmodifiableSortedMap(versions);
    }

    private static String frameworkVersion() {
        return Optional.ofNullable(UsedVersions.class.getPackage().getImplementationVersion())
                .orElse(InstalledPlugin.UNVERSIONED);
    }
}
