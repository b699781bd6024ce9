package io.ssdlab.cli.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.inject.Injector;
import io.ssdlab.core.plugin.BrokenPlugin;
import io.ssdlab.core.plugin.ComponentChoice;
import io.ssdlab.core.plugin.ComponentFactory;
import io.ssdlab.core.plugin.ComponentKind;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.plugin.InstalledPlugin;
import io.ssdlab.core.plugin.PluginFailedException;
import io.ssdlab.core.plugin.outside.OutsidePlugins;
import io.ssdlab.core.plugin.outside.PluginPlaces;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.training.Matcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of {@code docs/plugins.md}: brings about all that it lists, and holds it to what is said then. */
class PluginFailuresTest {

    private static final Path DOCUMENT =
            Path.of("").toAbsolutePath().resolve("../../docs/plugins.md").normalize();
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^`|]+) \\| ([^|]*`[^|]+) \\|$");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern VARIABLE = Pattern.compile("\\.\\.\\.|X\\.jar|a\\.B|\\d+(\\.\\d+)+");
    private static final String NO_MATCHER = PluginJar.matcherOf("0");

    @TempDir
    private Path folder;

    /** A row of the table, and the ways to get there. */
    private enum Wrong {
        NO_SERVICE("no service file in any jar"),
        NO_JAR("not a jar"),
        NO_SPI("no version of the SPI in the manifest, or none that is a version"),
        OTHER_SPI("built for another SPI"),
        NO_PLUGIN("the named class is missing, or is no plugin"),
        CONSTRUCTOR("its constructor throws, or needs a class that is missing"),
        NAMING("it cannot tell its name"),
        LISTING("it cannot list its components"),
        NAMES("its name or that of a component is none"),
        COMPONENTS("a component cannot be configured or injected"),
        TAKEN("its name, or that of a component, is taken"),
        COMPONENT_CONSTRUCTOR("a component's constructor throws or misses a class"),
        METHOD("a component's method throws");

        private final String row;

        Wrong(String row) {
            this.row = row;
        }
    }

    private static Map<String, String> rows() throws IOException {
        String text = Files.readString(DOCUMENT);
        Map<String, String> rows = new LinkedHashMap<>();
        ROW.matcher(text.substring(text.indexOf("## When one is broken")))
                .results()
                .forEach(row -> rows.put(row.group(1), row.group(2)));
        return rows;
    }

    @Test
    void everyRowIsBroughtAbout() throws IOException {
        assertThat(rows().keySet())
                .containsExactlyElementsOf(
                        Stream.of(Wrong.values()).map(wrong -> wrong.row).toList());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSaidIsWhatIsListed(Wrong wrong) throws IOException {
        List<Pattern> listed = QUOTED.matcher(rows().get(wrong.row))
                .results()
                .map(quoted -> quoted.group(1))
                .filter(quoted -> !quoted.startsWith("--"))
                .map(PluginFailuresTest::pattern)
                .toList();
        List<String> said = said(wrong);

        assertThat(said)
                .allSatisfy(message -> assertThat(listed)
                        .anySatisfy(pattern -> assertThat(message).matches(pattern)));
        assertThat(listed)
                .isNotEmpty()
                .allSatisfy(pattern -> assertThat(said)
                        .anySatisfy(message -> assertThat(message).matches(pattern)));
    }

    /** Paths, versions and what is left out may be anything. */
    private static Pattern pattern(String listed) {
        StringBuilder regex = new StringBuilder();
        int end = 0;
        for (MatchResult variable : VARIABLE.matcher(listed).results().toList()) {
            regex.append(Pattern.quote(listed.substring(end, variable.start())));
            regex.append(
                    switch (variable.group()) {
                        case "..." -> ".*";
                        case "X.jar" -> ".*X\\.jar";
                        default -> "\\S+";
                    });
            end = variable.end();
        }
        return Pattern.compile(regex + Pattern.quote(listed.substring(end)), Pattern.DOTALL);
    }

    private List<String> said(Wrong wrong) throws IOException {
        return switch (wrong) {
            case NO_SERVICE -> List.of(why(jar().source("Nothing", "public final class Nothing {}")));
            case NO_JAR -> List.of(why(Files.writeString(folder.resolve("X.jar"), "text")));
            case NO_SPI ->
                List.of(
                        why(mine(NO_MATCHER).builtForNothing()),
                        why(mine(NO_MATCHER).builtFor("latest")));
            case OTHER_SPI ->
                List.of(
                        why(mine(NO_MATCHER).builtFor("9.0")),
                        why(mine(NO_MATCHER).builtFor("0.9")));
            case NO_PLUGIN ->
                List.of(
                        why(jar().provider("outside.Nowhere")),
                        why(jar().source("Nothing", "public final class Nothing {}")
                                .provider("outside.Nothing")));
            case CONSTRUCTOR ->
                List.of(
                        why(plugin("\"mine\"", "throw new IllegalStateException();", "")),
                        why(plugin("\"mine\"", "a.Missing.call();", "").library(library())));
            case NAMING -> List.of(why(plugin("java.util.List.<String>of().iterator().next()", "", "")));
            case LISTING -> List.of(why(plugin("\"mine\"", "", "throw new IllegalStateException();")));
            case NAMES -> List.of(why(plugin("\"My Plugin\"", "", "")), why(withMatcher("My Matcher", NO_MATCHER)));
            case COMPONENTS ->
                List.of(
                        why(mine(NO_MATCHER.replace("@jakarta.inject.Inject", ""))),
                        why(mine(NO_MATCHER.replace(
                                "TheMatcher() {}", "TheMatcher(io.ssdlab.spi.ComponentConfig settings) {}"))));
            case TAKEN -> List.of(why(plugin("\"ssd\"", "", "")), why(withMatcher("bipartite-iou", NO_MATCHER)));
            case COMPONENT_CONSTRUCTOR ->
                List.of(
                        unbuilt(mine(NO_MATCHER.replace("() {}", "() { throw new IllegalStateException(); }"))),
                        unbuilt(mine(NO_MATCHER.replace("() {}", "() { a.Missing.call(); }"))
                                .library(library())));
            case METHOD -> List.of(failed(mine(PluginJar.matcherOf("priors.size() / objects.size()"))));
        };
    }

    private PluginJar jar() {
        return new PluginJar(folder).version("0.3");
    }

    private PluginJar mine(String matcher) {
        return jar().matcherPlugin("mine", matcher);
    }

    private PluginJar withMatcher(String name, String matcher) {
        return plugin("\"mine\"", "", "found.matcher(\"%s\", TheMatcher.class);".formatted(name))
                .source("TheMatcher", matcher);
    }

    /** @param name an expression */
    private PluginJar plugin(String name, String constructor, String contribution) {
        return jar().source("ThePlugin", """
            public final class ThePlugin implements io.ssdlab.spi.Plugin {
                public ThePlugin() {
                    %s
                }
                public String name() { return %s; }
                public void contribute(io.ssdlab.spi.Contributions found) {
                    %s
                }
            }
            """.formatted(constructor, name, contribution))
                .provider("outside.ThePlugin");
    }

    /** On which a plugin is compiled, and which is not there when it runs. */
    private Path library() throws IOException {
        return jar().source("a.Missing", "public final class Missing { public static void call() {} }")
                .at(folder.resolve("elsewhere/library.jar"));
    }

    private String why(PluginJar jar) throws IOException {
        return why(jar.at(folder.resolve("X.jar")));
    }

    private static String why(Path jar) {
        List<BrokenPlugin> broken =
                injector(jar).getInstance(ComponentRegistry.class).broken();
        assertThat(broken).hasSize(1);
        assertThat(broken.get(0).where()).contains(jar.toString());
        assertThat(broken.get(0).remedy()).isNotBlank();
        return broken.get(0).why();
    }

    private String unbuilt(PluginJar jar) throws IOException {
        Path file = jar.at(folder.resolve("X.jar"));
        Problem problem = catchThrowableOfType(InvalidInputException.class, () -> matcher(file))
                .problems()
                .get(0);
        assertThat(problem.where()).isEqualTo("lab.yaml:3:12");
        return problem.what();
    }

    private String failed(PluginJar jar) throws IOException {
        Matcher matcher = matcher(jar.at(folder.resolve("X.jar")));
        PriorBoxes priors = PriorBoxes.ofCorners(
                List.of(new PriorLayer("map", 1, 1, 1)), new float[] {0, 0, 1, 1}, PriorBoxes.Variances.ORIGINAL);
        return catchThrowableOfType(PluginFailedException.class, () -> matcher.match(priors, List.of()))
                .getMessage();
    }

    private static Matcher matcher(Path jar) {
        ComponentChoice choice = new ComponentChoice(ComponentKind.MATCHER, "mine", Optional.empty(), "lab.yaml:3:12");
        return new ComponentFactory(injector(jar)).build(choice, Matcher.class);
    }

    /** With our own plugins in front, as the command line has it. */
    private static Injector injector(Path jar) {
        ClassLoader host = PluginFailuresTest.class.getClassLoader();
        OutsidePlugins outside =
                OutsidePlugins.load(new PluginPlaces(List.of(), Map.of(jar, "--plugin-path")).folders(), host);
        List<InstalledPlugin> plugins = new ArrayList<>(InstalledPlugin.discover(host));
        plugins.addAll(outside.plugins());
        return ComponentRegistry.injector(plugins, outside.broken());
    }
}
