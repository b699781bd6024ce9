package io.ssdlab.core.plugin;

import io.ssdlab.core.config.Problems;
import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Contributions;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.DatasetReader;
import io.ssdlab.spi.evaluation.Metric;
import io.ssdlab.spi.model.Backbone;
import io.ssdlab.spi.model.PriorBoxGenerator;
import io.ssdlab.spi.training.DetectionLoss;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.spi.weights.WeightsConversion;
import jakarta.inject.Inject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes what one plugin contributes and checks that each component can be named, configured and injected. */
final class PluginBinder implements Contributions {

    private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final InstalledPlugin plugin;
    private final Problems problems;
    private final List<Component> components = new ArrayList<>();
    private final List<VariantResource> variants = new ArrayList<>();
    private final List<RecipeResource> recipes = new ArrayList<>();

    private PluginBinder(InstalledPlugin plugin, Problems problems) {
        this.plugin = plugin;
        this.problems = problems;
    }

    /** What a plugin contributes; what is wrong with it goes to {@code problems}. */
    static PluginBinder contributionsOf(InstalledPlugin plugin, Problems problems) {
        PluginBinder binder = new PluginBinder(plugin, problems);
        try {
            plugin.context().call(() -> {
                plugin.plugin().contribute(binder);
                return binder;
            });
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
        } catch (RuntimeException | LinkageError e) {
            // A plugin is foreign code: one that fails must not hide the names of the others.
            binder.refuse("cannot list its components: " + e, "mend or remove the plugin");
        }
        return binder;
    }

    List<Component> components() {
        return components;
    }

    List<VariantResource> variants() {
        return variants;
    }

    List<RecipeResource> recipes() {
        return recipes;
    }

    @Override
    public Contributions backbone(String name, Class<? extends Backbone> type) {
        return add(ComponentKind.BACKBONE, name, type);
    }

    @Override
    public Contributions priorBoxes(String name, Class<? extends PriorBoxGenerator> type) {
        return add(ComponentKind.PRIOR_BOXES, name, type);
    }

    @Override
    public Contributions matcher(String name, Class<? extends Matcher> type) {
        return add(ComponentKind.MATCHER, name, type);
    }

    @Override
    public Contributions loss(String name, Class<? extends DetectionLoss> type) {
        return add(ComponentKind.LOSS, name, type);
    }

    @Override
    public Contributions augmenter(String name, Class<? extends Augmenter> type) {
        return add(ComponentKind.AUGMENTER, name, type);
    }

    @Override
    public Contributions dataset(String name, Class<? extends DatasetReader> type) {
        return add(ComponentKind.DATASET, name, type);
    }

    @Override
    public Contributions metric(String name, Class<? extends Metric> type) {
        return add(ComponentKind.METRIC, name, type);
    }

    @Override
    public Contributions weights(String name, Class<? extends WeightsConversion> type) {
        return add(ComponentKind.WEIGHTS, name, type);
    }

    @Override
    public Contributions variants(String... names) {
        for (String name : names) {
            if (isKebab("variant", name)) {
                variants.add(new VariantResource(name, plugin));
            }
        }
        return this;
    }

    @Override
    public Contributions recipes(String... names) {
        for (String name : names) {
            if (isKebab("recipe", name)) {
                recipes.add(new RecipeResource(name, plugin));
            }
        }
        return this;
    }

    private Contributions add(ComponentKind kind, String name, Class<?> type) {
        if (isKebab(kind.key(), name)) {
            constructor(kind, name, type).ifPresent(constructor -> {
                List<Class<? extends ComponentConfig>> configs = configs(constructor);
                if (isUsable(kind, name, configs)) {
                    components.add(
                            new Component(kind, name, type, configs.stream().findFirst(), plugin));
                }
            });
        }
        return this;
    }

    /** Whether a text can be a name: then it is also safe in a path. */
    static boolean isKebab(String name) {
        return KEBAB.matcher(name).matches();
    }

    private boolean isKebab(String kind, String name) {
        boolean sound = isKebab(name);
        if (!sound) {
            refuse("the name '" + name + "' of a " + kind + " is not in kebab case", "write it like bipartite-iou");
        }
        return sound;
    }

    private Optional<Constructor<?>> constructor(ComponentKind kind, String name, Class<?> type) {
        List<Constructor<?>> injected = Arrays.stream(type.getDeclaredConstructors())
                .filter(constructor -> constructor.isAnnotationPresent(Inject.class))
                .toList();
        if (injected.size() == 1 && !Modifier.isAbstract(type.getModifiers())) {
            return Optional.of(injected.get(0));
        }
        refuse(
                "%s %s: %s is abstract or has %d constructors annotated with @Inject"
                        .formatted(kind, name, type.getName(), injected.size()),
                "give a class with exactly one such constructor");
        return Optional.empty();
    }

    private static List<Class<? extends ComponentConfig>> configs(Constructor<?> constructor) {
        List<Class<? extends ComponentConfig>> configs = new ArrayList<>();
        for (Class<?> parameter : constructor.getParameterTypes()) {
            if (ComponentConfig.class.isAssignableFrom(parameter)) {
                configs.add(parameter.asSubclass(ComponentConfig.class));
            }
        }
        return configs;
    }

    private boolean isUsable(ComponentKind kind, String name, List<Class<? extends ComponentConfig>> configs) {
        boolean sound = configs.size() <= 1 && configs.stream().allMatch(Class::isRecord);
        // "use" names the component itself in experiment files.
        boolean hidden = sound
                && configs.stream()
                        .flatMap(config -> Arrays.stream(config.getRecordComponents()))
                        .anyMatch(component -> component.getName().equals("use"));
        if (!sound || hidden) {
            refuse(
                    "%s %s: its constructor asks for the settings %s".formatted(kind, name, configs),
                    "ask for one record at most, without a component named use");
        }
        return sound && !hidden;
    }

    private void refuse(String what, String remedy) {
        problems.add("plugin " + plugin, what, remedy);
    }
}
