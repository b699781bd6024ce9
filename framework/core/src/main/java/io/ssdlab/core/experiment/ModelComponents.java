package io.ssdlab.core.experiment;

import com.google.inject.Injector;
import io.ssdlab.core.config.Problems;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.core.plugin.ComponentFactory;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.model.Backbone;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.Preprocessing;
import io.ssdlab.spi.model.PriorBoxGenerator;
import java.util.HashSet;
import java.util.Optional;

/** The parts of a detector that detection goes through, without any data set. */
public record ModelComponents(Backbone backbone, PriorBoxGenerator priors) {

    /**
     * Builds them.
     *
     * @param plugins {@link io.ssdlab.core.plugin.ComponentRegistry#injector}
     * @throws InvalidInputException with the problems of both; also for prior boxes that are fitted to a training set
     */
    public static ModelComponents of(Injector plugins, ModelSettings model) {
        ComponentFactory factory = new ComponentFactory(plugins.createChildInjector(binder -> {
            binder.bind(InputSize.class).toInstance(model.inputSize());
            binder.bind(Preprocessing.class).toInstance(model.pixels());
        }));
        Problems problems = new Problems();
        Optional<Backbone> backbone = Components.build(factory, model.backbone(), Backbone.class, problems);
        Optional<PriorBoxGenerator> priors =
                Components.build(factory, model.priors(), PriorBoxGenerator.class, problems);
        problems.throwIfAny();
        return new ModelComponents(backbone.orElseThrow(), priors.orElseThrow());
    }

    /**
     * The layout of a model's detector.
     *
     * @throws InvalidInputException if the parts do not fit one another
     */
    public DetectorLayout layout(ModelSettings model) {
        try {
            return DetectorLayout.of(backbone, priors, model.inputSize(), new HashSet<>(model.withoutSources()))
                    .withHeads(model.headDesign());
        } catch (IllegalArgumentException misfit) {
            throw new InvalidInputException(
                    model.priors().where(),
                    String.valueOf(misfit.getMessage()),
                    "fit the prior boxes to the source maps of the backbone, see 'ssdlab explain'");
        }
    }
}
