package io.ssdlab.cli.project;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * What a new plugin is called.
 *
 * @param plugin in kebab case, such as {@code soft-anchors}: the plugin, its matcher, its Maven artifact
 * @param inPackage the package of its classes and its Maven group, such as {@code org.example.softanchors}
 */
public record ProjectName(String plugin, String inPackage) {

    // Stricter than the plugins' rule: a class cannot begin with a digit.
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** What the class loader of a plugin looks for in ssdlab, or in the JDK, alone. */
    private static final List<String> TAKEN = List.of("java", "io.ssdlab.spi", "ai.djl", "jakarta.inject", "org.slf4j");

    public ProjectName {
        if (!isPluginName(plugin) || !isPackage(inPackage)) {
            throw new IllegalArgumentException("plugin %s in package %s".formatted(plugin, inPackage));
        }
    }

    /** Whether a plugin, and the classes of a new project, can be called so. */
    public static boolean isPluginName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Whether a text names a package, in letters that also Maven takes. */
    public static boolean isPackage(String text) {
        return SourceVersion.isName(text, SourceVersion.RELEASE_17) && text.matches("[A-Za-z0-9_.]+");
    }

    /** The package above, or the same, that only ssdlab or the JDK may have classes in. */
    public static Optional<String> takenPackage(String text) {
        return TAKEN.stream()
                .filter(taken -> text.equals(taken) || text.startsWith(taken + "."))
                .findFirst();
    }

    /** The package that a plugin has unless told otherwise. */
    public static String defaultPackage(String plugin) {
        return "org.example." + plugin.replace("-", "");
    }

    /** What its classes' names begin with: {@code SoftAnchors}. */
    public String type() {
        return Arrays.stream(plugin.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** The folder of the package, with slashes. */
    public String folder() {
        return inPackage.replace('.', '/');
    }
}
