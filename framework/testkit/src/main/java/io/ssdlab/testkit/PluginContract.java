package io.ssdlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.inject.Injector;
import io.ssdlab.core.plugin.Component;
import io.ssdlab.core.plugin.ComponentChoice;
import io.ssdlab.core.plugin.ComponentFactory;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.plugin.InstalledPlugin;
import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Plugin;
import io.ssdlab.spi.data.DataCache;
import io.ssdlab.spi.data.TrainingBoxes;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.Preprocessing;
import jakarta.inject.Inject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every {@link Plugin} keeps to, with all components that it contributes: each can be named, configured by every one of
 * its settings, and built. Extend it and name the plugin:
 *
 * <pre>{@code
 * class MyPluginTest extends PluginContract {
 *     @Override
 *     protected Plugin plugin() {
 *         return new MyPlugin();
 *     }
 * }
 * }</pre>
 */
public abstract class PluginContract {

    private static final String KEBAB_CASE = "[a-z0-9]+(-[a-z0-9]+)*";

    /** A new plugin. */
    protected abstract Plugin plugin();

    /**
     * Settings in YAML, such as {@code split: train}, for keys without default of a component for which the contract's own
     * values (the first constant, a number within the range, {@code some-name}) do not fit together.
     *
     * @param component the component's name
     */
    protected String given(String component) {
        return "";
    }

    /** What is injected into components beside their settings: by default an input as of SSD300. */
    protected InputSize input() {
        return new InputSize(300, 300);
    }

    @Test
    void isFoundByServiceLoader() {
        assertThat(ServiceLoader.load(Plugin.class).stream())
                .extracting(ServiceLoader.Provider::type)
                .anySatisfy(type -> assertThat(type).isEqualTo(plugin().getClass()));
    }

    @Test
    void namesAreKebabCaseAndUnique() {
        RecordedContributions contributions = contributions();
        assertThat(plugin().name()).matches(KEBAB_CASE);
        assertThat(contributions.names()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(contributions.names())
                .allSatisfy(name ->
                        assertThat(name.substring(name.indexOf(' ') + 1)).matches(KEBAB_CASE));
    }

    @Test
    void componentsHaveOneConstructorToInject() {
        for (Class<?> component : contributions().components()) {
            assertThat(Modifier.isPublic(component.getModifiers()))
                    .as("%s is public", component)
                    .isTrue();
            assertThat(injected(component))
                    .as("@Inject constructors of " + component)
                    .hasSize(1);
        }
    }

    @TestFactory
    Stream<DynamicNode> settingsOfEveryComponent() {
        return registry().all().stream()
                .filter(component -> component.config().isPresent())
                .map(component -> {
                    SettingsCheck check = check(component);
                    return dynamicContainer(
                            title(component),
                            Stream.of(
                                    dynamicTest("everySettingSaysWhatItMeans", check::everySettingSaysWhatItMeans),
                                    dynamicTest("defaultsBind", check::defaults),
                                    dynamicTest("defaultsCanBeWrittenDown", check::defaultsCanBeWrittenDown),
                                    dynamicTest("everyKeyCanBeGiven", check::everyKeyCanBeGiven)));
                });
    }

    @TestFactory
    Stream<DynamicNode> everyComponentIsBuiltWithItsDefaults() {
        return registry().all().stream()
                .map(component -> dynamicTest(
                        title(component),
                        () -> assertThat(built(component))
                                .isInstanceOf(component.kind().contract())));
    }

    private Object built(Component component) {
        Injector experiment = injector().createChildInjector(binder -> {
            binder.bind(InputSize.class).toInstance(input());
            binder.bind(Preprocessing.class)
                    .toInstance(new Preprocessing(Preprocessing.ChannelOrder.BGR, 104, 117, 123, 1));
            binder.bind(DataCache.class).toInstance(new DataCache(Path.of("no-such-cache")));
            binder.bind(TrainingBoxes.class).toInstance(() -> List.of());
        });
        ComponentChoice choice = new ComponentChoice(
                component.kind(),
                component.name(),
                component.config().map(config -> check(component).defaults()),
                title(component));
        return new ComponentFactory(experiment).build(choice, component.kind().contract());
    }

    @Test
    void everyVariantCanBeRead() {
        registry()
                .variants()
                .forEach(variant -> assertThatCode(variant::load)
                        .as("variant " + variant.name())
                        .doesNotThrowAnyException());
    }

    @Test
    void everyRecipeCanBeRead() {
        registry()
                .recipes()
                .forEach(recipe -> assertThatCode(recipe::load)
                        .as("recipe " + recipe.name())
                        .doesNotThrowAnyException());
    }

    private Injector injector() {
        return ComponentRegistry.injector(List.of(InstalledPlugin.of(plugin())));
    }

    private ComponentRegistry registry() {
        return injector().getInstance(ComponentRegistry.class);
    }

    private SettingsCheck check(Component component) {
        Class<? extends ComponentConfig> config = component.config().orElseThrow();
        return new SettingsCheck(config, given(component.name()));
    }

    private static String title(Component component) {
        return component.kind() + " " + component.name();
    }

    private RecordedContributions contributions() {
        RecordedContributions contributions = new RecordedContributions();
        plugin().contribute(contributions);
        return contributions;
    }

    private static List<Constructor<?>> injected(Class<?> component) {
        return Arrays.stream(component.getConstructors())
                .<Constructor<?>>map(constructor -> constructor)
                .filter(constructor -> constructor.isAnnotationPresent(Inject.class))
                .toList();
    }
}
