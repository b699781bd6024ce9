package io.ssdlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Plugin;
import io.ssdlab.spi.Setting;
import jakarta.inject.Inject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What every {@link Plugin} keeps to. Extend it and name the plugin. */
public abstract class PluginContract {

    private static final String KEBAB_CASE = "[a-z0-9]+(-[a-z0-9]+)*";

    /** A new plugin. */
    protected abstract Plugin plugin();

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

    @Test
    void everySettingSaysWhatItMeans() {
        for (Class<?> component : contributions().components()) {
            for (Class<?> parameter : injected(component).get(0).getParameterTypes()) {
                if (ComponentConfig.class.isAssignableFrom(parameter)) {
                    assertThat(parameter.isRecord())
                            .as("%s is a record", parameter)
                            .isTrue();
                    for (RecordComponent setting : parameter.getRecordComponents()) {
                        assertThat(setting.getAnnotation(Setting.class))
                                .as("@Setting of %s.%s", parameter, setting.getName())
                                .isNotNull();
                    }
                }
            }
        }
    }

    @Test
    void everyVariantHasItsResource() {
        for (String variant : contributions().variantNames()) {
            String resource = "/META-INF/ssdlab/variants/" + variant + ".yaml";
            assertThat(plugin().getClass().getResource(resource)).as(resource).isNotNull();
        }
    }

    @Test
    void everyRecipeHasItsResource() {
        for (String recipe : contributions().recipeNames()) {
            String resource = "/META-INF/ssdlab/recipes/" + recipe + ".yaml";
            assertThat(plugin().getClass().getResource(resource)).as(resource).isNotNull();
        }
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
