package io.ssdlab.cli.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import io.ssdlab.spi.Spi;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.spi.training.PredictedBoxes;
import io.ssdlab.spi.training.PredictionMatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutsidePluginsTest {

    private static final PriorBoxes PRIORS = PriorBoxes.ofCorners(
            List.of(new PriorLayer("map", 1, 1, 1)),
            new float[] {0, 0, 1, 1},
            new PriorBoxes.Variances(0.1F, 0.1F, 0.2F, 0.2F));

    @TempDir
    private Path folder;

    private PluginJar jar() {
        return new PluginJar(folder);
    }

    private static OutsidePlugins load(Path... places) {
        Map<Path, String> named = new LinkedHashMap<>();
        List.of(places).forEach(place -> named.put(place, "--plugin-path"));
        return OutsidePlugins.load(
                new PluginPlaces(List.of(), named).folders(), OutsidePluginsTest.class.getClassLoader());
    }

    /** With our own plugins in front, as the command line has it. */
    private static Injector injector(Path... places) {
        OutsidePlugins outside = load(places);
        List<InstalledPlugin> plugins =
                new ArrayList<>(InstalledPlugin.discover(OutsidePluginsTest.class.getClassLoader()));
        plugins.addAll(outside.plugins());
        return ComponentRegistry.injector(plugins, outside.broken());
    }

    private static Matcher matcher(Injector plugins, String name) {
        ComponentChoice choice = new ComponentChoice(ComponentKind.MATCHER, name, Optional.empty(), "lab.yaml:3:12");
        return new ComponentFactory(plugins).build(choice, Matcher.class);
    }

    private static int assigned(Matcher matcher) {
        return matcher.match(PRIORS, List.of()).assignments()[0];
    }

    private static BrokenPlugin broken(Path... places) {
        List<BrokenPlugin> broken =
                injector(places).getInstance(ComponentRegistry.class).broken();
        assertThat(broken).hasSize(1);
        return broken.get(0);
    }

    @Test
    void aJarOfAThirdPartyOffersItsComponents() throws IOException {
        Path jar = jar().matcherPlugin("thirds", PluginJar.matcherOf("7"))
                .version("1.2")
                .at(folder.resolve("thirds.jar"));

        Injector plugins = injector(jar);

        InstalledPlugin plugin = plugins.getInstance(ComponentRegistry.class)
                .find(ComponentKind.MATCHER, "thirds")
                .orElseThrow()
                .plugin();
        assertThat(plugin.version()).isEqualTo("1.2");
        assertThat(plugin.location()).isEqualTo(jar.toString());
        assertThat(assigned(matcher(plugins, "thirds"))).isEqualTo(7);
    }

    @Test
    void twoPluginsUseTheirOwnVersionOfALibrary() throws IOException {
        for (int version : new int[] {1, 2}) {
            Path place = folder.resolve("plugins/of-" + version);
            Path library = jar().source(
                            "library.Version",
                            "public final class Version { public static int number() { return %d; } }"
                                    .formatted(version))
                    .at(place.resolve("library-%d.jar".formatted(version)));
            jar().matcherPlugin("of-" + version, PluginJar.matcherOf("library.Version.number()"))
                    .library(library)
                    .at(place.resolve("plugin.jar"));
        }

        Injector plugins = injector(folder.resolve("plugins"));

        assertThat(assigned(matcher(plugins, "of-1"))).isEqualTo(1);
        assertThat(assigned(matcher(plugins, "of-2"))).isEqualTo(2);
    }

    @Test
    void aPluginsOwnLibraryWinsOverOurs() throws IOException {
        Path place = folder.resolve("own");
        Path guice = jar().source(
                        "com.google.inject.Guice",
                        "public final class Guice { public static int number() { return 5; } }")
                .at(place.resolve("guice.jar"));
        // Ours stands first on the class path of the compiler: it is reached by name.
        jar().matcherPlugin("own", PluginJar.matcherOf("number()").replace("public TheMatcher() {}", """
                                public TheMatcher() {}
                                private static int number() {
                                    try {
                                        return (int) Class.forName("com.google.inject.Guice").getMethod("number").invoke(null);
                                    } catch (ReflectiveOperationException e) {
                                        throw new IllegalStateException(e);
                                    }
                                }
                                """))
                .library(guice)
                .at(place.resolve("plugin.jar"));

        assertThat(assigned(matcher(injector(place), "own"))).isEqualTo(5);
    }

    @Test
    void aPluginSeesNoneOfOurClassesButTheSpi() throws IOException {
        Path jar = jar().matcherPlugin("curious", PluginJar.matcherOf("seen()").replace("public TheMatcher() {}", """
                                public TheMatcher() {}
                                private static int seen() {
                                    int seen = 0;
                                    for (String name : java.util.List.of(
                                            "io.ssdlab.core.store.RunStore",
                                            "io.ssdlab.plugin.ssd.SsdPlugin",
                                            "com.google.inject.Guice",
                                            "com.fasterxml.jackson.databind.ObjectMapper")) {
                                        try {
                                            Class.forName(name);
                                            seen++;
                                        } catch (ClassNotFoundException e) {
                                            // As it should be.
                                        }
                                    }
                                    try {
                                        Class.forName("ai.djl.ndarray.NDArray");
                                        Class.forName("org.slf4j.Logger");
                                    } catch (ClassNotFoundException e) {
                                        seen = -100;
                                    }
                                    return seen;
                                }
                                """))
                .at(folder.resolve("curious.jar"));

        assertThat(assigned(matcher(injector(jar), "curious"))).isZero();
    }

    @Test
    void pluginCodeRunsWithItsClassLoaderAsTheThreads() throws IOException {
        String isOwn = "Thread.currentThread().getContextClassLoader() == TheMatcher.class.getClassLoader()";
        Path jar = jar().matcherPlugin(
                        "rooted",
                        PluginJar.matcherOf("atStart && %s ? 1 : 0".formatted(isOwn))
                                .replace(
                                        "@jakarta.inject.Inject\n    public TheMatcher() {}",
                                        "private final boolean atStart;\n@jakarta.inject.Inject public TheMatcher() { atStart = %s; }"
                                                .formatted(isOwn)))
                .at(folder.resolve("rooted.jar"));
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        assertThat(assigned(matcher(injector(jar), "rooted"))).isEqualTo(1);
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void aMatcherFromOutsideMayLookAtPredictions() throws IOException {
        Path jar = jar().matcherPlugin("looking", """
                        public final class TheMatcher implements io.ssdlab.spi.training.PredictionMatcher {
                            @jakarta.inject.Inject
                            public TheMatcher() {}
                            public io.ssdlab.spi.training.Matching match(
                                    io.ssdlab.spi.model.PriorBoxes priors,
                                    java.util.List<io.ssdlab.spi.data.GroundTruth> objects,
                                    io.ssdlab.spi.training.PredictedBoxes predicted) {
                                boolean own = Thread.currentThread().getContextClassLoader() == getClass().getClassLoader();
                                int[] all = new int[priors.size()];
                                java.util.Arrays.fill(all, own ? (int) predicted.classLogits()[1] : -9);
                                return new io.ssdlab.spi.training.Matching(all);
                            }
                        }
                        """).at(folder.resolve("looking.jar"));

        Matcher matcher = matcher(injector(jar), "looking");

        assertThat(matcher).isInstanceOf(PredictionMatcher.class);
        PredictedBoxes predicted = new PredictedBoxes(1, new float[] {0, 6}, new float[4]);
        assertThat(((PredictionMatcher) matcher)
                        .match(PRIORS, List.of(), predicted)
                        .assignments()[0])
                .isEqualTo(6);
        assertThat(assigned(matcher)).as("where nothing is predicted").isZero();
    }

    @Test
    void aPluginForAnEarlierMinorVersionOfTheSpiIsTaken() throws IOException {
        Path jar = jar().matcherPlugin("early", PluginJar.matcherOf("4"))
                .builtFor("1.0")
                .at(folder.resolve("early.jar"));
        assertThat(assigned(matcher(injector(jar), "early"))).isEqualTo(4);
    }

    @Test
    void whatAComponentThrowsNamesIt() throws IOException {
        Path jar = jar().matcherPlugin("fragile", PluginJar.matcherOf("priors.size() / objects.size()"))
                .at(folder.resolve("fragile.jar"));
        Matcher matcher = matcher(injector(jar), "fragile");

        assertThatThrownBy(() -> assigned(matcher))
                .isInstanceOf(PluginFailedException.class)
                .hasMessageContainingAll("matcher fragile of plugin fragile", jar.toString(), "/ by zero");
    }

    @Test
    void aConstructorThatThrowsIsToldAtItsPlace() throws IOException {
        Path jar = jar().matcherPlugin(
                        "stubborn",
                        PluginJar.matcherOf("0")
                                .replace(
                                        "TheMatcher() {}",
                                        "TheMatcher() { throw new IllegalStateException(\"no licence\"); }"))
                .at(folder.resolve("stubborn.jar"));
        Injector plugins = injector(jar);

        assertThatThrownBy(() -> matcher(plugins, "stubborn"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll(
                        "lab.yaml:3:12", "matcher stubborn of plugin stubborn", jar.toString(), "no licence");
    }

    @Test
    void aComponentWithoutALibraryThatItNeedsIsToldAtItsPlace() throws IOException {
        Path library = jar().source(
                        "library.Version", "public final class Version { public static int number() { return 1; } }")
                .at(folder.resolve("elsewhere/library.jar"));
        Path jar = jar().matcherPlugin(
                        "poor",
                        PluginJar.matcherOf("0")
                                .replace("TheMatcher() {}", "TheMatcher() { library.Version.number(); }"))
                .library(library)
                .at(folder.resolve("poor.jar"));
        Injector plugins = injector(jar);

        assertThatThrownBy(() -> matcher(plugins, "poor"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll("lab.yaml:3:12", "plugin poor", jar.toString(), "library/Version");
    }

    @Test
    void leavesOutJarsWithoutAPlugin() throws IOException {
        Path jar = jar().source("Nothing", "public final class Nothing {}").at(folder.resolve("empty.jar"));

        BrokenPlugin broken = broken(jar);
        assertThat(broken.where()).isEqualTo(jar.toString());
        assertThat(broken.why()).contains("no jar has META-INF/services/io.ssdlab.spi.Plugin");
    }

    @Test
    void leavesOutWhatIsNoJar() throws IOException {
        Path jar = Files.writeString(folder.resolve("text.jar"), "not a jar");
        assertThat(broken(jar).why()).startsWith("cannot be read (");
    }

    @Test
    void leavesOutWhatWasBuiltForAnotherSpi() throws IOException {
        for (String version : new String[] {"9.0", "0.9", "1.99"}) {
            Path jar = jar().matcherPlugin("other", PluginJar.matcherOf("0"))
                    .builtFor(version)
                    .at(folder.resolve("other.jar"));
            assertThat(broken(jar).why())
                    .isEqualTo("other.jar was built for the SPI %s, and this is %s".formatted(version, Spi.VERSION));
            assertThat(broken(jar).remedy())
                    .contains(version.equals("0.9") ? "newer version of the plugin" : "newer ssdlab");
        }
        assertThat(broken(jar().matcherPlugin("other", PluginJar.matcherOf("0"))
                                .builtForNothing()
                                .at(folder.resolve("other.jar")))
                        .why())
                .isEqualTo("other.jar does not say which SPI it was built for");
        assertThat(broken(jar().matcherPlugin("other", PluginJar.matcherOf("0"))
                                .builtFor("latest")
                                .at(folder.resolve("other.jar")))
                        .why())
                .contains("the SPI 'latest', which is no version");
    }

    @Test
    void theExampleOfThePluginGuideWasBuiltForAnSpiThatRunsHere() throws IOException {
        String pom = Files.readString(Path.of("../../docs/plugin-guide/example/pom.xml"));
        String version = pom.replaceFirst("(?s).*<ssdlab.spi>(.*)</ssdlab.spi>.*", "$1");

        Injector plugins = injector(jar().matcherPlugin("example", PluginJar.matcherOf("3"))
                .builtFor(version)
                .at(folder.resolve("example.jar")));

        assertThat(assigned(matcher(plugins, "example"))).isEqualTo(3);
    }

    @Test
    void leavesOutAPluginWhoseClassIsMissing() throws IOException {
        Path jar = jar().provider("outside.Nowhere").at(folder.resolve("nowhere.jar"));
        assertThat(broken(jar).why()).isEqualTo("Provider outside.Nowhere not found");
    }

    @Test
    void leavesOutAPluginWhoseClassIsNone() throws IOException {
        Path jar = jar().source("Nothing", "public final class Nothing {}")
                .provider("outside.Nothing")
                .at(folder.resolve("nothing.jar"));
        assertThat(broken(jar).why()).isEqualTo("outside.Nothing not a subtype");
    }

    @Test
    void leavesOutAPluginWhoseConstructorThrows() throws IOException {
        Path jar = jar().source("Angry", """
                        public final class Angry implements io.ssdlab.spi.Plugin {
                            public Angry() { throw new IllegalStateException("not today"); }
                            public String name() { return "angry"; }
                            public void contribute(io.ssdlab.spi.Contributions found) {}
                        }
                        """).provider("outside.Angry").at(folder.resolve("angry.jar"));
        assertThat(broken(jar).why()).contains("outside.Angry could not be instantiated", "not today");
    }

    @Test
    void leavesOutAPluginThatCannotListItsComponents() throws IOException {
        Path jar = jar().source("Vague", """
                        public final class Vague implements io.ssdlab.spi.Plugin {
                            public String name() { return "vague"; }
                            public void contribute(io.ssdlab.spi.Contributions found) { throw new IllegalStateException("hm"); }
                        }
                        """).provider("outside.Vague").at(folder.resolve("vague.jar"));
        assertThat(broken(jar).where()).contains("vague", jar.toString());
        assertThat(broken(jar).why()).contains("cannot list its components", "hm");
    }

    @Test
    void leavesOutAPluginWithoutAProperName() throws IOException {
        Path jar = jar().matcherPlugin("My Plugin", PluginJar.matcherOf("0")).at(folder.resolve("named.jar"));
        assertThat(broken(jar).why()).contains("its name 'My Plugin' is not in kebab case");
    }

    @Test
    void leavesOutAPluginWhoseNameOrComponentsAreTaken() throws IOException {
        Path ours =
                jar().matcherPlugin("bipartite-iou", PluginJar.matcherOf("0")).at(folder.resolve("ours.jar"));
        assertThat(broken(ours).why()).contains("the name matcher bipartite-iou is taken by plugin ssd ");

        Path one = jar().matcherPlugin("mine", PluginJar.matcherOf("1")).at(folder.resolve("one.jar"));
        Path two = jar().matcherPlugin("mine", PluginJar.matcherOf("2")).at(folder.resolve("two.jar"));
        Injector plugins = injector(one, two);
        assertThat(plugins.getInstance(ComponentRegistry.class).broken())
                .extracting(BrokenPlugin::where)
                .allMatch(where -> where.contains(two.toString()));
        assertThat(plugins.getInstance(ComponentRegistry.class).broken())
                .extracting(BrokenPlugin::why)
                .anyMatch(why ->
                        why.startsWith("the name plugin mine is taken by plugin mine") && why.contains(one.toString()));
        assertThat(assigned(matcher(plugins, "mine"))).isEqualTo(1);
    }

    @Test
    void aBuildIsKnownByWhatIsInIt() throws IOException {
        PluginJar mine = jar().matcherPlugin("mine", PluginJar.matcherOf("1")).version("1.0");
        String first = build(mine.at(folder.resolve("first.jar")));
        String packedAgain = build(mine.at(folder.resolve("again.jar")));
        String changed = build(jar().matcherPlugin("mine", PluginJar.matcherOf("2"))
                .version("1.0")
                .at(folder.resolve("changed.jar")));

        assertThat(first).startsWith("1.0+").isEqualTo(packedAgain).isNotEqualTo(changed);
    }

    private static String build(Path jar) {
        return load(jar).plugins().get(0).build();
    }

    @Test
    void placesThatHoldNothingAreToldTogether() {
        assertThatThrownBy(() -> load(folder.resolve("nowhere"), folder))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("there is no " + folder.resolve("nowhere"))
                .hasMessageContaining("there is no plugin's jar in " + folder);
    }
}
