package io.ssdlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import io.ssdlab.spi.model.Backbone;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.SourceMap;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Backbone} keeps to, on the default engine. Extend it, and override {@link #input} if the backbone needs
 * a larger one; let it be small, and the backbone too if its settings allow, to be quick:
 *
 * <pre>{@code
 * class MyBackboneTest extends BackboneContract {
 *     @Override
 *     protected Backbone backbone() {
 *         return new MyBackbone(new MyBackboneConfig(...));
 *     }
 * }
 * }</pre>
 */
@Tag("engine")
public abstract class BackboneContract {

    private static final int BATCH = 2;
    private static final long SEED = 11;
    private static final long OTHER_SEED = 12;
    private static final long IMAGES = 5;
    private static final Set<Parameter.Type> RUNNING = Set.of(Parameter.Type.RUNNING_MEAN, Parameter.Type.RUNNING_VAR);

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
            BackboneProbe probe = probe(manager, SEED);
            NDList maps = probe.forward(probe.images(BATCH, IMAGES), false);
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
    void anInputOfOnePixelIsTakenOrRefused() {
        try {
            assertThat(backbone().sources(new InputSize(1, 1))).isNotEmpty();
        } catch (IllegalArgumentException refused) {
            assertThat(refused).message().as("what would do").isNotBlank();
        }
    }

    @Test
    void namesEveryParameter() {
        try (NDManager manager = NDManager.newBaseManager()) {
            BackboneProbe probe = probe(manager, SEED);
            List<Parameter> ofBlock = probe.network().block().getParameters().values();
            assertThat(probe.network().parameters().values())
                    .hasSameSizeAs(ofBlock)
                    .containsAll(ofBlock);
        }
    }

    @Test
    void startsFromTheSameWeightsForTheSameStream() {
        try (NDManager manager = NDManager.newBaseManager()) {
            assertSameValues(probe(manager, SEED).values(), probe(manager, SEED).values());
        }
    }

    @Test
    void startsFromOtherWeightsForAnotherStream() {
        try (NDManager manager = NDManager.newBaseManager()) {
            Map<String, float[]> others = probe(manager, OTHER_SEED).values();
            assertThat(probe(manager, SEED).values())
                    .as("parameters")
                    .anySatisfy((name, values) -> assertThat(values).isNotEqualTo(others.get(name)));
        }
    }

    @Test
    void mapsAreFiniteAndTheSameEachTime() {
        try (NDManager manager = NDManager.newBaseManager()) {
            BackboneProbe probe = probe(manager, SEED);
            NDArray images = probe.images(BATCH, IMAGES);
            List<float[]> maps = values(probe.forward(images, false));
            assertThat(maps)
                    .allSatisfy(map -> assertThat(Norm.of(map))
                            .as("norm of a map")
                            .isFinite()
                            .isPositive());
            assertThat(values(probe.forward(images, false)))
                    .usingRecursiveComparison()
                    .isEqualTo(maps);
        }
    }

    /** In inference an image's maps are its own: nothing is taken over the batch. */
    @Test
    void anImageAloneGivesWhatItGivesInABatch() {
        try (NDManager manager = NDManager.newBaseManager()) {
            BackboneProbe probe = probe(manager, SEED);
            NDList batch = probe.forward(probe.images(BATCH, IMAGES), false);
            NDList alone = probe.forward(probe.images(1, IMAGES), false);
            for (int i = 0; i < batch.size(); i++) {
                float[] expected = alone.get(i).toFloatArray();
                float rounding = 1e-4f * alone.get(i).abs().max().getFloat();
                assertThat(largestDifference(batch.get(i).get(0).toFloatArray(), expected))
                        .as("largest difference in source map " + (i + 1))
                        .isLessThanOrEqualTo(rounding);
            }
        }
    }

    @Test
    void everyParameterGetsAFiniteGradient() {
        try (NDManager manager = NDManager.newBaseManager()) {
            BackboneProbe probe = probe(manager, SEED);
            Map<String, Double> norms = new LinkedHashMap<>();
            probe.gradients(probe.images(BATCH, IMAGES))
                    .forEach((name, gradient) -> norms.put(name, Norm.of(gradient)));
            assertThat(norms)
                    .as("norm of each parameter's gradient")
                    .isNotEmpty()
                    .allSatisfy((name, norm) -> assertThat(norm).isFinite().isPositive());
        }
    }

    /** See {@link io.ssdlab.spi.training.Scalar}. */
    @Test
    void aGarbageCollectionBeforeTheGradientsChangesNothing() {
        try (NDManager manager = NDManager.newBaseManager()) {
            BackboneProbe probe = probe(manager, SEED);
            NDArray images = probe.images(BATCH, IMAGES);
            Map<String, float[]> expected = probe.gradients(images);
            assertSameValues(probe.gradients(images, GarbageCollection::happensNow), expected);
        }
    }

    @Test
    void runningStatisticsMoveInTrainingAndNeverInInference() {
        try (NDManager manager = NDManager.newBaseManager()) {
            BackboneProbe probe = probe(manager, SEED);
            Map<String, float[]> before = probe.values();
            probe.forward(probe.images(BATCH, IMAGES), false);
            assertSameValues(probe.values(), before);
            probe.train(probe.images(BATCH, IMAGES));
            Map<String, float[]> after = probe.values();
            probe.network().parameters().forEach((name, parameter) -> {
                if (RUNNING.contains(parameter.getType())) {
                    assertThat(parameter.requiresGradient())
                            .as("whether %s is learnt", name)
                            .isFalse();
                    assertThat(after.get(name)).as(name).isNotEqualTo(before.get(name));
                }
            });
        }
    }

    /** What a checkpoint does: whatever training changes must be in the named parameters. */
    @Test
    void aTrainedNetworkSavedByNameIsTheSameWhenReloaded() throws IOException {
        try (NDManager manager = NDManager.newBaseManager()) {
            BackboneProbe trained = probe(manager, SEED);
            NDArray images = trained.images(BATCH, IMAGES);
            List<float[]> untrained = values(trained.forward(images, false));
            trained.train(images);
            trained.train(trained.images(BATCH, IMAGES + 1));
            List<float[]> expected = values(trained.forward(images, false));
            assertThat(expected.stream().mapToDouble(Norm::of).sum())
                    .as("norm of the maps after training, not that before")
                    .isFinite()
                    .isNotEqualTo(untrained.stream().mapToDouble(Norm::of).sum());

            BackboneProbe reloaded = probe(manager, OTHER_SEED);
            reloaded.load(trained.save());
            List<float[]> actual = values(reloaded.forward(images, false));
            for (int i = 0; i < expected.size(); i++) {
                assertSame(actual.get(i), expected.get(i), "source map " + (i + 1));
            }
        }
    }

    private static float largestDifference(float[] some, float[] others) {
        assertThat(some).hasSameSizeAs(others);
        float largest = 0;
        for (int i = 0; i < some.length; i++) {
            largest = Math.max(largest, Math.abs(some[i] - others[i]));
        }
        return largest;
    }

    private BackboneProbe probe(NDManager manager, long seed) {
        return new BackboneProbe(manager, backbone(), input(), BATCH, seed);
    }

    private static List<float[]> values(NDList maps) {
        return maps.stream().map(NDArray::toFloatArray).toList();
    }

    private static void assertSameValues(Map<String, float[]> actual, Map<String, float[]> expected) {
        assertThat(actual.keySet()).containsExactlyElementsOf(expected.keySet());
        actual.forEach((name, values) -> assertSame(values, expected.get(name), name));
    }

    private static void assertSame(float[] actual, float[] expected, String what) {
        assertThat(Arrays.mismatch(actual, expected))
                .as("index of the first value that differs, " + what)
                .isEqualTo(-1);
    }
}
