package io.ssdlab.plugin.anchors.prior;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;
import io.ssdlab.spi.model.PriorBoxes.Variances;
import java.util.HashSet;
import java.util.List;

/**
 * Settings of {@link OctavePriorBoxGenerator}. Scales and aspect ratios are RetinaNet's (arXiv:1708.02002 section 4); the
 * variances are SSD's, on which its learning rates and loss rest.
 */
public record OctavePriorConfig(
        @Setting(
                value = "Side of the smallest square box of a source map, in steps of that map (RetinaNet: boxes of 32"
                        + " pixels at a step of 8).",
                defaultsTo = "4",
                min = 0,
                aboveMin = true)
        double baseScale,

        @Setting(
                value = "Number n of scales on each source map: 1, 2^(1/n), ... 2^((n-1)/n) times the smallest.",
                defaultsTo = "3",
                min = 1,
                max = 100)
        int scalesPerOctave,

        @Setting(
                value = "Aspect ratios (width over height) of the boxes at each scale.",
                defaultsTo = "[0.5, 1, 2]",
                min = 0,
                aboveMin = true)
        List<Double> aspectRatios,

        @Setting(
                value = "Distance of neighbouring boxes of each source map in pixels of the input; empty: input size /"
                        + " map size.",
                defaultsTo = "[]",
                min = 0,
                aboveMin = true)
        List<Double> steps,

        @Setting(value = "Whether boxes are cut to the image.", defaultsTo = "no")
        boolean clip,

        @Setting(
                value = "Divisors of the encoded centre x, centre y, width and height.",
                defaultsTo = "[0.1, 0.1, 0.2, 0.2]",
                min = 0,
                aboveMin = true)
        List<Double> variances)
        implements ComponentConfig {

    public OctavePriorConfig {
        aspectRatios = List.copyOf(aspectRatios);
        steps = List.copyOf(steps);
        variances = List.copyOf(variances);
        if (aspectRatios.isEmpty()) {
            throw new IllegalArgumentException("aspect-ratios is empty: expected at least one, such as [1]");
        }
        if (new HashSet<>(aspectRatios).size() != aspectRatios.size()) {
            throw new IllegalArgumentException("aspect-ratios %s: expected each once".formatted(aspectRatios));
        }
        // So that a wrong number is told with its place, before any box is laid.
        Variances.of(variances);
    }
}
