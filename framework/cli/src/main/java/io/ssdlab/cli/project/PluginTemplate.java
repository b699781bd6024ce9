package io.ssdlab.cli.project;

import io.ssdlab.spi.Plugin;
import io.ssdlab.spi.Spi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The project of a new plugin, as resources of this package with {@code @placeholders@}. The versions in it are those that
 * ssdlab itself is built with.
 */
public final class PluginTemplate {

    /** Puts into the local Maven repository what a plugin is built and tested with; in the checkout. */
    public static final String INSTALL = "mvn install --projects framework/testkit --also-make -Dmaven.test.skip=true";

    private static final Pattern PLACEHOLDER = Pattern.compile("@([a-z-]+)@");

    private final Map<String, String> values = new HashMap<>();
    private final ProjectName name;

    /** For a plugin of a name. */
    public PluginTemplate(ProjectName name) {
        this.name = name;
        Properties versions = new Properties();
        try (InputStream in = resource("versions.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        versions.stringPropertyNames().forEach(key -> values.put(key, versions.getProperty(key)));
        values.put("name", name.plugin());
        values.put("package", name.inPackage());
        values.put("folder", name.folder());
        values.put("type", name.type());
        values.put("spi", Spi.VERSION);
        values.put("install", INSTALL);
    }

    /** The version of ssdlab that the project is built against. */
    public String ssdlabVersion() {
        return values.get("ssdlab");
    }

    /** The texts of the files, by their paths in the project, with slashes. */
    public Map<String, String> files() {
        String main = "src/main/java/" + name.folder() + "/" + name.type();
        String test = "src/test/java/" + name.folder() + "/" + name.type();
        Map<String, String> files = new LinkedHashMap<>();
        files.put("README.md", filled("README.md"));
        files.put(".gitignore", filled("gitignore"));
        files.put("pom.xml", filled("pom.xml"));
        files.put("experiments/shapes.yaml", filled("shapes.yaml"));
        files.put("experiments/quick.yaml", filled("quick.yaml"));
        files.put(main + "Plugin.java", filled("Plugin.java"));
        files.put(main + "Matcher.java", filled("Matcher.java"));
        files.put(main + "MatcherConfig.java", filled("MatcherConfig.java"));
        files.put("src/main/resources/META-INF/services/" + Plugin.class.getName(), filled("services"));
        files.put(test + "PluginTest.java", filled("PluginTest.java"));
        files.put(test + "MatcherTest.java", filled("MatcherTest.java"));
        return Collections.unmodifiableMap(files);
    }

    private String filled(String template) {
        return PLACEHOLDER.matcher(text(template)).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
    }

    private String value(String placeholder) {
        return Optional.ofNullable(values.get(placeholder))
                .orElseThrow(() -> new IllegalStateException("a template has @%s@".formatted(placeholder)));
    }

    private static String text(String template) {
        try (InputStream in = resource(template)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String template) {
        return Optional.ofNullable(PluginTemplate.class.getResourceAsStream(template))
                .orElseThrow(() -> new IllegalStateException("there is no template " + template));
    }
}
