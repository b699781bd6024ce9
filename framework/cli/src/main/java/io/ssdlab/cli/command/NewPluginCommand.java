package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.cli.ExitCode;
import io.ssdlab.cli.project.NewFolder;
import io.ssdlab.cli.project.PluginTemplate;
import io.ssdlab.cli.project.ProjectName;
import io.ssdlab.core.config.Problems;
import io.ssdlab.core.plugin.ComponentKind;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.plugin.InstalledPlugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ssdlab new plugin}: writes the Maven project of a plugin with a matcher that works. */
@Command(
        name = "plugin",
        description = "Writes the Maven project of a plugin: a matcher that works, its settings, tests, an experiment.")
public final class NewPluginCommand implements Callable<Integer> {

    private final CliEnvironment environment;
    private final Laboratories laboratories;

    @Parameters(paramLabel = "NAME", description = "Of the plugin and its matcher, in kebab case: soft-anchors.")
    private String name = "";

    @Option(
            names = "--package",
            paramLabel = "PKG",
            description = "Of its classes, and its Maven group; org.example.NAME by default.")
    private Optional<String> inPackage = Optional.empty();

    @Option(names = "--directory", paramLabel = "DIR", description = "Where to write it; NAME by default.")
    private Optional<String> directory = Optional.empty();

    /** Not yet run. */
    public NewPluginCommand(CliEnvironment environment, Laboratories laboratories) {
        this.environment = environment;
        this.laboratories = laboratories;
    }

    @Override
    public Integer call() {
        Problems problems = new Problems();
        checkName(problems);
        checkPackage(problems);
        Path folder = environment.resolve(directory.orElse(name)).normalize();
        NewFolder project = new NewFolder(folder);
        checkFree(project, folder, problems);
        problems.throwIfAny();

        PluginTemplate template = new PluginTemplate(new ProjectName(name, packageName()));
        Map<String, String> files = template.files();
        try {
            project.write(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        environment.err().println("ssdlab: wrote %d files to %s".formatted(files.size(), environment.shown(folder)));
        environment.out().print("""
            next, once, in ssdlab's checkout, to have ssdlab %s in Maven's local repository:
                %s
            then:
                cd %s
                mvn verify
                ssdlab run --plugin-path target/%s-0.1.0.jar experiments/quick.yaml
            """.formatted(template.ssdlabVersion(), PluginTemplate.INSTALL, shown(folder), name));
        return ExitCode.DONE;
    }

    private void checkName(Problems problems) {
        if (!ProjectName.isPluginName(name)) {
            problems.add(
                    "NAME",
                    "'%s' cannot be a plugin's name".formatted(name),
                    "write it in kebab case and begin with a letter, such as soft-anchors");
            return;
        }
        ComponentRegistry registry = laboratories.open().registry();
        registry.plugins().stream()
                .filter(plugin -> plugin.name().equals(name))
                .findFirst()
                .ifPresent(holder -> taken("plugin", holder, problems));
        registry.find(ComponentKind.MATCHER, name).ifPresent(matcher -> taken("matcher", matcher.plugin(), problems));
    }

    private void taken(String what, InstalledPlugin holder, Problems problems) {
        problems.add(
                "NAME", "the name %s %s is taken by plugin %s".formatted(what, name, holder), "choose another name");
    }

    private String packageName() {
        return inPackage.orElseGet(() -> ProjectName.defaultPackage(name));
    }

    private void checkPackage(Problems problems) {
        if (inPackage.isEmpty() && !ProjectName.isPluginName(name)) {
            return;
        }
        String text = packageName();
        if (!ProjectName.isPackage(text)) {
            problems.add(
                    "--package",
                    "'%s' cannot be a package's name".formatted(text),
                    "name one like org.example.softanchors; no part of it may be a word of Java's own");
        }
        ProjectName.takenPackage(text)
                .ifPresent(taken -> problems.add(
                        "--package",
                        "%s lies in %s, whose classes a plugin gets from ssdlab".formatted(text, taken),
                        "name a package of your own, such as org.example.softanchors"));
    }

    private void checkFree(NewFolder project, Path folder, Problems problems) {
        try {
            if (!project.isFree()) {
                problems.add(
                        "--directory",
                        folder + " is there already, and is no empty folder",
                        "name another one: --directory DIR");
            }
        } catch (IOException e) {
            problems.add("--directory", folder + " cannot be read (" + e + ")", "name another one: --directory DIR");
        }
    }

    /** The path as {@code cd} takes it. */
    private String shown(Path folder) {
        String shown = environment.shown(folder);
        return shown.isEmpty() ? "." : shown;
    }
}
