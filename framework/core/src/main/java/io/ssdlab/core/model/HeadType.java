package io.ssdlab.core.model;

import io.ssdlab.spi.model.FanInUniformInitializer;
import java.util.random.RandomGenerator;

/** By what the class logits and box offsets of a source map are predicted. */
public enum HeadType {

    /** A 3x3 convolution, as in SSD (paper section 2.1, "Convolutional predictors for detection"). */
    CONVOLUTION {
        @Override
        PredictionHead head(LogitBias bias, int inputChannels, RandomGenerator random) {
            return new ConvolutionHead(bias, new FanInUniformInitializer(1, random));
        }
    },

    /** Depthwise separable convolutions, as in SSDLite (MobileNetV2, arXiv 1801.04381, section 6.2). */
    SEPARABLE {
        @Override
        PredictionHead head(LogitBias bias, int inputChannels, RandomGenerator random) {
            return new SeparableHead(bias, inputChannels, random);
        }
    };

    /** A new head for as many boxes and classes as there are biases, its weights drawn from {@code random} when it is initialised. */
    abstract PredictionHead head(LogitBias bias, int inputChannels, RandomGenerator random);
}
