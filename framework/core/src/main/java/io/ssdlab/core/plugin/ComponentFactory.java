package io.ssdlab.core.plugin;

import com.google.inject.Binder;
import com.google.inject.ConfigurationException;
import com.google.inject.CreationException;
import com.google.inject.Injector;
import com.google.inject.ProvisionException;
import com.google.inject.spi.Message;
import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.InvalidInputException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Builds components, each in a child injector of its own that alone knows its settings: two components of one class with
 * different settings do not meet.
 */
public final class ComponentFactory {

    private final Injector experiment;
    private final ComponentRegistry registry;

    /** @param experiment has the {@link ComponentRegistry} and the values of the experiment that components may ask for */
    public ComponentFactory(Injector experiment) {
        this.experiment = experiment;
        this.registry = experiment.getInstance(ComponentRegistry.class);
    }

    /**
     * Builds what was chosen.
     *
     * @throws InvalidInputException at the choice's place, if its constructor refuses the settings with an {@link
     *     IllegalArgumentException}, if it asks for what is not injected, or if there is no such component
     */
    public <T> T build(ComponentChoice choice, Class<T> contract) {
        Component component = registry.find(choice.kind(), choice.name())
                .orElseThrow(() -> new InvalidInputException(
                        List.of(registry.unknown(choice.kind(), choice.name(), choice.where()))));
        try {
            T built = component.plugin().context().call(() -> {
                Injector own = experiment.createChildInjector(binder -> bind(binder, component, choice.config()));
                return contract.cast(own.getInstance(component.type()));
            });
            return component.plugin().isOutside()
                    ? component.plugin().context().wrapped(choice.kind() + " " + choice.name(), built, contract)
                    : built;
        } catch (ProvisionException e) {
            throw failed(component, choice, e);
        } catch (LinkageError e) {
            throw broken(component, choice, e);
        } catch (CreationException e) {
            throw notInjectable(component, choice, e.getErrorMessages(), e);
        } catch (ConfigurationException e) {
            throw notInjectable(component, choice, e.getErrorMessages(), e);
        }
    }

    private static void bind(Binder binder, Component component, Optional<ComponentConfig> config) {
        binder.bind(component.type());
        config.ifPresent(settings -> bindSettings(binder, settings));
    }

    @SuppressWarnings("unchecked") // getClass() of an instance of C is a Class<C> at least as narrow
    private static <C extends ComponentConfig> void bindSettings(Binder binder, C settings) {
        binder.bind((Class<C>) settings.getClass()).toInstance(settings);
    }

    private static RuntimeException failed(Component component, ComponentChoice choice, ProvisionException e) {
        if (e.getCause() instanceof InvalidInputException invalid) {
            return invalid;
        }
        if (e.getCause() instanceof IllegalArgumentException refused) {
            InvalidInputException invalid = new InvalidInputException(
                    choice.where(), choice.name() + ": " + refused.getMessage(), "change its settings");
            invalid.initCause(e);
            return invalid;
        }
        return e.getCause() == null ? e : broken(component, choice, e.getCause());
    }

    private static InvalidInputException broken(Component component, ComponentChoice choice, Throwable cause) {
        InvalidInputException invalid = new InvalidInputException(
                choice.where(),
                "%s %s of plugin %s cannot be built: %s"
                        .formatted(choice.kind(), choice.name(), component.plugin(), cause),
                "mend the plugin; --debug shows where it failed");
        invalid.initCause(cause);
        return invalid;
    }

    private static InvalidInputException notInjectable(
            Component component, ComponentChoice choice, Collection<Message> messages, RuntimeException e) {
        InvalidInputException invalid = new InvalidInputException(
                choice.where(),
                "%s %s of plugin %s cannot be built: %s"
                        .formatted(
                                choice.kind(),
                                choice.name(),
                                component.plugin(),
                                messages.stream().map(Message::getMessage).collect(Collectors.joining("; "))),
                "its constructor may ask for its settings, InputSize, Preprocessing, DataCache and, of prior boxes,"
                        + " TrainingBoxes; mend the plugin");
        invalid.initCause(e);
        return invalid;
    }
}
