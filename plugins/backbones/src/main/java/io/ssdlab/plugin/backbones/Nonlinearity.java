package io.ssdlab.plugin.backbones;

import ai.djl.nn.Activation;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.SequentialBlock;

/** What follows a normalisation. */
enum Nonlinearity {

    /** Nothing: the linear bottleneck of MobileNetV2, or a branch that is still to be added to another. */
    NONE {
        @Override
        void addTo(SequentialBlock block) {}
    },

    /** {@code max(x, 0)}. */
    RELU {
        @Override
        void addTo(SequentialBlock block) {
            block.add(Activation.reluBlock());
        }
    },

    /** {@code min(max(x, 0), 6)} (MobileNets, arXiv 1704.04861; Krizhevsky 2010). */
    RELU6 {
        @Override
        void addTo(SequentialBlock block) {
            block.add(LambdaBlock.singleton(array -> array.clip(0, 6)));
        }
    };

    abstract void addTo(SequentialBlock block);
}
