package io.ssdlab.plugin.ssd.prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.ssdlab.plugin.ssd.Golden;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.PriorBoxGenerator;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.model.SourceMap;
import io.ssdlab.testkit.PriorBoxGeneratorContract;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SsdPriorBoxGeneratorTest extends PriorBoxGeneratorContract {

    private static final ScaleRule VOC = ScaleRule.SSD300_VOC;

    @Override
    protected PriorBoxGenerator generator() {
        return generator(PriorConfigs.withRatios(true, true, true));
    }

    private static PriorBoxGenerator generator(SsdPriorBoxConfig config) {
        return new SsdPriorBoxGenerator(config);
    }

    private static List<SourceMap> maps(int... sides) {
        return Arrays.stream(sides)
                .mapToObj(side -> new SourceMap("map" + side, 8, side, side))
                .toList();
    }

    @Test
    void allBoxesOfSsd300AreTheOriginals() {
        PriorBoxes priors = generator(PriorConfigs.byScale(VOC, PriorConfigs.RATIOS_300, PriorConfigs.STEPS_300, false))
                .generate(sources(), input());
        JsonNode golden = Golden.read("priors_ssd300_voc");
        float[] expected = new float[4 * golden.get("boxes").size()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = golden.get("boxes").get(i / 4).get(i % 4).floatValue();
        }
        assertThat(priors.corners()).hasSize(expected.length);
        // To the last bit: ties between prior boxes in matching hang on it.
        assertThat(priors.corners()).containsExactly(expected);
        assertThat(priors.variances()).isEqualTo(PriorBoxes.Variances.ORIGINAL);
    }

    @ParameterizedTest
    @CsvSource({"ssd300_voc, 300", "ssd300_coco, 300", "ssd512_voc, 512", "ssd512_coco, 512"})
    void publishedConfigurationsFollowFromTheScaleRule(String name, int input) {
        JsonNode config = Golden.read("priors_summary").get("configs").get(name);
        ScaleRule scale = new ScaleRule(
                config.get("first_ratio").intValue() / 100.0,
                config.get("min_ratio").intValue() / 100.0,
                config.get("max_ratio").intValue() / 100.0);
        List<SourceMap> sources = new ArrayList<>();
        List<Double> steps = new ArrayList<>();
        List<List<Double>> ratios = new ArrayList<>();
        for (JsonNode layer : config.get("layers")) {
            int side = layer.get("map").intValue();
            sources.add(new SourceMap("map" + side, 8, side, side));
            steps.add(layer.get("step").doubleValue());
            List<Double> ratiosOfMap = new ArrayList<>();
            layer.get("aspect_ratios").forEach(ratio -> ratiosOfMap.add(ratio.doubleValue()));
            ratios.add(ratiosOfMap);
        }
        InputSize size = new InputSize(input, input);
        PriorBoxes truncated =
                generator(PriorConfigs.byScale(scale, ratios, steps, true)).generate(sources, size);
        PriorBoxes exact =
                generator(PriorConfigs.byScale(scale, ratios, steps, false)).generate(sources, size);
        assertThat(truncated.size()).isEqualTo(config.get("total").intValue());
        int first = 0;
        for (int map = 0; map < sources.size(); map++) {
            JsonNode layer = config.get("layers").get(map);
            assertLayer(truncated, map, first, layer.get("caffe"));
            assertLayer(exact, map, first, layer.get("exact"));
            first += truncated.layers().get(map).boxes();
        }
    }

    private static void assertLayer(PriorBoxes priors, int map, int first, JsonNode golden) {
        PriorLayer layer = priors.layers().get(map);
        assertThat(layer.boxes()).isEqualTo(golden.get("count").intValue());
        double[] columnSums = new double[4];
        double absoluteSum = 0;
        for (int i = 4 * first; i < 4 * (first + layer.boxes()); i++) {
            columnSums[i % 4] += priors.corners()[i];
            absoluteSum += Math.abs(priors.corners()[i]);
        }
        double tolerance = 1e-6 * layer.boxes();
        for (int column = 0; column < 4; column++) {
            assertThat(columnSums[column])
                    .isCloseTo(golden.get("column_sums").get(column).doubleValue(), within(tolerance));
        }
        assertThat(absoluteSum).isCloseTo(golden.get("abs_sum").doubleValue(), within(tolerance));
        assertRows(priors, first, golden.get("first3"));
        assertRows(priors, first + layer.boxes() - golden.get("last3").size(), golden.get("last3"));
    }

    private static void assertRows(PriorBoxes priors, int first, JsonNode rows) {
        for (int i = 0; i < 4 * rows.size(); i++) {
            assertThat((double) priors.corners()[4 * first + i])
                    .as("prior box %d", first + i / 4)
                    .isCloseTo(rows.get(i / 4).get(i % 4).doubleValue(), within(2e-7));
        }
    }

    @Test
    void sizesInPixelsEqualTheScaleRule() {
        PriorBoxes bySizes = generator(PriorConfigs.bySizes(
                        List.of(
                                List.of(30.0),
                                List.of(60.0),
                                List.of(111.0),
                                List.of(162.0),
                                List.of(213.0),
                                List.of(264.0)),
                        List.of(
                                List.of(60.0),
                                List.of(111.0),
                                List.of(162.0),
                                List.of(213.0),
                                List.of(264.0),
                                List.of(315.0)),
                        PriorConfigs.RATIOS_300,
                        PriorConfigs.NO_STEPS))
                .generate(sources(), input());
        assertThat(bySizes.corners())
                .containsExactly(generator().generate(sources(), input()).corners());
    }

    @ParameterizedTest
    @CsvSource({"true, true, 8732", "true, false, 7760", "false, false, 3880", "false, true, 4852"})
    void ratiosLeftOutGiveTheBoxCountsOfTheAblation(boolean halves, boolean thirds, int boxes) {
        assertThat(generator(PriorConfigs.withRatios(true, halves, thirds))
                        .generate(sources(), input())
                        .size())
                .isEqualTo(boxes);
    }

    @Test
    void withoutFlipNoReciprocals() {
        assertThat(generator(PriorConfigs.withRatios(false, true, true))
                        .generate(sources(), input())
                        .layers())
                .extracting(PriorLayer::boxesPerCell)
                .containsExactly(3, 4, 4, 4, 3, 3);
    }

    @Test
    void stackedScalesRepeatTheGroupOfBoxes() {
        List<List<Double>> ratios = List.of(List.of(2.0));
        InputSize size = new InputSize(100, 100);
        PriorBoxes stacked = generator(PriorConfigs.bySizes(
                        List.of(List.of(10.0, 20.0)), List.of(List.of(20.0, 40.0)), ratios, PriorConfigs.NO_STEPS))
                .generate(maps(1), size);
        PriorBoxes lower = generator(PriorConfigs.bySizes(
                        List.of(List.of(10.0)), List.of(List.of(20.0)), ratios, PriorConfigs.NO_STEPS))
                .generate(maps(1), size);
        PriorBoxes upper = generator(PriorConfigs.bySizes(
                        List.of(List.of(20.0)), List.of(List.of(40.0)), ratios, PriorConfigs.NO_STEPS))
                .generate(maps(1), size);
        assertThat(Arrays.copyOfRange(stacked.corners(), 0, 16)).containsExactly(lower.corners());
        assertThat(Arrays.copyOfRange(stacked.corners(), 16, 32)).containsExactly(upper.corners());
    }

    @Test
    void withoutMaxSizesNoBoxBetweenScales() {
        PriorBoxes priors = generator(PriorConfigs.bySizes(
                        List.of(List.of(10.0)), List.of(), List.of(List.of(2.0, 3.0)), PriorConfigs.NO_STEPS))
                .generate(maps(1), new InputSize(100, 100));
        assertThat(priors.layers().get(0).boxesPerCell()).isEqualTo(5);
    }

    @Test
    void repeatedRatiosAreLaidOnce() {
        PriorBoxes priors = generator(PriorConfigs.bySizes(
                        List.of(List.of(10.0)), List.of(), List.of(List.of(1.0, 2.0, 0.5, 2.0)), PriorConfigs.NO_STEPS))
                .generate(maps(1), new InputSize(100, 100));
        assertThat(priors.layers().get(0).boxesPerCell()).isEqualTo(3);
    }

    @Test
    void withoutStepsTheCellsFillTheInput() {
        PriorBoxes priors = generator(PriorConfigs.bySizes(
                        List.of(List.of(10.0)), List.of(), List.of(List.of()), PriorConfigs.NO_STEPS))
                .generate(List.of(new SourceMap("wide", 8, 2, 4)), new InputSize(200, 50));
        assertThat(priors.box(0).centreX()).isCloseTo(0.125f, within(1e-6f));
        assertThat(priors.box(0).centreY()).isCloseTo(0.25f, within(1e-6f));
        assertThat(priors.box(7).centreX()).isCloseTo(0.875f, within(1e-6f));
        assertThat(priors.box(7).centreY()).isCloseTo(0.75f, within(1e-6f));
        assertThat(priors.box(0).width()).isCloseTo(0.05f, within(1e-6f));
        assertThat(priors.box(0).height()).isCloseTo(0.2f, within(1e-6f));
    }

    @Test
    void clippedBoxesStayInTheImage() {
        PriorBoxes priors = generator(PriorConfigs.clipped()).generate(sources(), input());
        PriorBoxes unclipped = generator().generate(sources(), input());
        for (int prior = 0; prior < priors.size(); prior++) {
            assertThat(priors.box(prior)).isEqualTo(unclipped.box(prior).clipped());
        }
    }

    @Test
    void settingsThatDoNotFitTheMapsNameTheKeyAndTheMaps() {
        assertThatThrownBy(() -> generator().generate(maps(10, 5), input()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("aspect-ratios for 6 source maps, but the backbone has 2: [map10, map5]");
        SsdPriorBoxConfig oneSize = PriorConfigs.bySizes(
                List.of(List.of(10.0)), List.of(), List.of(List.of(), List.of()), PriorConfigs.NO_STEPS);
        assertThatThrownBy(() -> generator(oneSize).generate(maps(10, 5), input()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("min-sizes for 1 source maps");
        SsdPriorBoxConfig oneStep = PriorConfigs.byScale(VOC, List.of(List.of(), List.of()), List.of(8.0), false);
        assertThatThrownBy(() -> generator(oneStep).generate(maps(10, 5), input()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("steps for 1 source maps");
    }

    private static final List<List<Double>> PAIR = List.of(List.of(2.0), List.of(2.0), List.of());

    private static SsdPriorBoxConfig threeMaps() {
        return PriorConfigs.byScale(VOC, PAIR, PriorConfigs.NO_STEPS, false);
    }

    @Test
    void scalesAreStackedOnTheMapsThatAreLeft() {
        InputSize input = new InputSize(300, 300);
        List<List<Integer>> stacking = List.of(List.of(1), List.of(2, 3), List.of());
        SsdPriorBoxConfig byScale = PriorConfigs.stacked(threeMaps(), stacking, Optional.empty(), PAIR);
        SsdPriorBoxConfig bySizes = PriorConfigs.stacked(
                PriorConfigs.bySizes(
                        List.of(List.of(30.0), List.of(60.0), List.of(270.0)),
                        List.of(List.of(60.0), List.of(270.0), List.of(480.0)),
                        PAIR,
                        PriorConfigs.NO_STEPS),
                stacking,
                Optional.empty(),
                PAIR);

        PriorBoxes priors = generator(byScale).generate(maps(3, 2, 1), input);

        assertThat(priors.layers()).extracting(PriorLayer::boxesPerCell).containsExactly(4, 8, 0);
        assertThat(priors.corners())
                .isEqualTo(generator(bySizes).generate(maps(3, 2, 1), input).corners());
        // The first cell of the second map: 60, sqrt(60 * 270), 60 twice as wide and twice as high, then 270.
        int first = 9 * 4;
        assertThat(priors.box(first).width()).isCloseTo(0.2f, within(1e-6f));
        assertThat(priors.box(first + 1).width()).isCloseTo((float) Math.sqrt(0.2 * 0.9), within(1e-6f));
        assertThat(priors.box(first + 2).height()).isCloseTo(0.2f / (float) Math.sqrt(2), within(1e-6f));
        assertThat(priors.box(first + 4).width()).isCloseTo(0.9f, within(1e-6f));
    }

    @Test
    void theLargerSquareMayBeLeftOut() {
        SsdPriorBoxConfig config = PriorConfigs.stacked(
                threeMaps(), List.of(List.of(1), List.of(2), List.of(3)), Optional.of(false), PAIR);

        PriorBoxes priors = generator(config).generate(maps(3, 2, 1), new InputSize(300, 300));

        assertThat(priors.layers()).extracting(PriorLayer::boxesPerCell).containsExactly(3, 3, 1);
        assertThat(priors.box(1).width()).isCloseTo(0.1f * (float) Math.sqrt(2), within(1e-6f));
    }

    @Test
    void stackingFitsTheMapsAndScales() {
        InputSize input = new InputSize(300, 300);
        assertThatThrownBy(
                        () -> generator(PriorConfigs.stacked(threeMaps(), List.of(List.of(1)), Optional.empty(), PAIR))
                                .generate(maps(3, 2, 1), input))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("stacking for 1 source maps, but the backbone has 3");
        assertThatThrownBy(() -> generator(PriorConfigs.stacked(
                                threeMaps(), List.of(List.of(1), List.of(2), List.of(4)), Optional.empty(), PAIR))
                        .generate(maps(3, 2, 1), input))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stacking names scale 4, but there are 3");
    }
}
