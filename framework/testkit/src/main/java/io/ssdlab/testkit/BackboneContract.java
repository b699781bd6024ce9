package io.ssdlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import io.ssdlab.spi.model.Backbone;
import io.ssdlab.spi.model.BackboneNetwork;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.SourceMap;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Backbone} keeps to. Extend it, name the backbone and an input size; it needs an engine on the class
 * path.
 */
@Tag("engine")
public abstract class BackboneContract {

    private static final int BATCH = 2;

    /** A new backbone with the same settings each time. */
    protected abstract Backbone backbone();

    /** An input that the backbone takes; small, to be quick. */
    protected InputSize input() {
        return new InputSize(96, 128);
    }

    @Test
    void yieldsTheMapsThatItNames() {
        try (NDManager manager = NDManager.newBaseManager()) {
            List<SourceMap> sources = backbone().sources(input());
            NDList maps = forward(manager, initialised(manager), false);
            assertThat(maps).hasSize(sources.size());
            for (int i = 0; i < maps.size(); i++) {
                SourceMap source = sources.get(i);
                assertThat(maps.get(i).getShape())
                        .as(source.name())
                        .isEqualTo(new Shape(BATCH, source.channels(), source.rows(), source.columns()));
            }
            assertThat(sources).extracting(SourceMap::name).doesNotHaveDuplicates();
        }
    }

    @Test
    void sourcesRunFromFineToCoarse() {
        List<SourceMap> sources = backbone().sources(input());
        for (int i = 1; i < sources.size(); i++) {
            assertThat(sources.get(i).rows())
                    .isLessThanOrEqualTo(sources.get(i - 1).rows());
            assertThat(sources.get(i).columns())
                    .isLessThanOrEqualTo(sources.get(i - 1).columns());
        }
    }

    @Test
    void namesEveryParameter() {
        try (NDManager manager = NDManager.newBaseManager()) {
            BackboneNetwork network = initialised(manager);
            List<Parameter> ofBlock = network.block().getParameters().values();
            assertThat(network.parameters().values()).hasSameSizeAs(ofBlock).containsAll(ofBlock);
        }
    }

    @Test
    void startsFromTheSameWeightsForTheSameStream() {
        try (NDManager manager = NDManager.newBaseManager()) {
            BackboneNetwork first = initialised(manager);
            BackboneNetwork second = initialised(manager);
            first.parameters()
                    .forEach((name, parameter) -> assertThat(
                                    second.parameters().get(name).getArray().toFloatArray())
                            .as(name)
                            .isEqualTo(parameter.getArray().toFloatArray()));
        }
    }

    @Test
    void everyParameterGetsAFiniteGradient() {
        try (NDManager manager = NDManager.newBaseManager()) {
            BackboneNetwork network = initialised(manager);
            network.parameters().values().stream()
                    .filter(Parameter::requiresGradient)
                    .forEach(parameter -> parameter.getArray().setRequiresGradient(true));
            try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
                NDArray sum = manager.create(0f);
                for (NDArray map : forward(manager, network, true)) {
                    // A plain sum of normalised maps is constant: squares are not.
                    sum = sum.add(map.square().mul(map).sum());
                }
                collector.backward(sum);
            }
            network.parameters().forEach((name, parameter) -> {
                if (parameter.requiresGradient()) {
                    float[] gradient = parameter.getArray().getGradient().toFloatArray();
                    double norm = 0;
                    for (float value : gradient) {
                        norm += (double) value * value;
                    }
                    assertThat(norm)
                            .as("squared gradient of " + name)
                            .isFinite()
                            .isPositive();
                }
            });
        }
    }

    private BackboneNetwork initialised(NDManager manager) {
        BackboneNetwork network = backbone().build(input(), new SplittableRandom(11));
        network.block().initialize(manager, DataType.FLOAT32, new Shape(BATCH, 3, input().height(), input().width()));
        return network;
    }

    private NDList forward(NDManager manager, BackboneNetwork network, boolean training) {
        float[] pixels = new float[BATCH * 3 * input().height() * input().width()];
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextDouble(-120, 130);
        }
        NDArray array = manager.create(pixels, new Shape(BATCH, 3, input().height(), input().width()));
        return network.block().forward(new ParameterStore(manager, false), new NDList(array), training);
    }
}
