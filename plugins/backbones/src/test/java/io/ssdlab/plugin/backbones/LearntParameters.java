package io.ssdlab.plugin.backbones;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import io.ssdlab.spi.model.Backbone;
import io.ssdlab.spi.model.BackboneNetwork;
import io.ssdlab.spi.model.InputSize;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** How many values each parameter of a backbone holds, as the engine made it; running statistics are left out. */
record LearntParameters(Map<String, Long> sizes) {

    static LearntParameters of(Backbone backbone, InputSize input) {
        Map<String, Long> sizes = new LinkedHashMap<>();
        try (NDManager manager = NDManager.newBaseManager()) {
            BackboneNetwork network = backbone.build(input, new SplittableRandom(3));
            network.block().initialize(manager, DataType.FLOAT32, new Shape(1, 3, input.height(), input.width()));
            network.parameters().forEach((name, parameter) -> {
                if (parameter.requiresGradient()) {
                    sizes.put(name, size(parameter));
                }
            });
        }
        return new LearntParameters(sizes);
    }

    /** The values of all parameters so named. */
    long in(Predicate<String> names) {
        return sizes.entrySet().stream()
                .filter(entry -> names.test(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static long size(Parameter parameter) {
        return parameter.getShape().size();
    }
}
