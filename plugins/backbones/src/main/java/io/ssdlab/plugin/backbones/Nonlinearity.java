package io.ssdlab.plugin.backbones;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/** What follows a normalisation. */
enum Nonlinearity {

    /** Nothing: the linear bottleneck of MobileNetV2, or a branch that is still to be added to another. */
    NONE {
        @Override
        NDArray of(NDArray map) {
            return map;
        }
    },

    /** {@code max(x, 0)}. */
    RELU {
        @Override
        NDArray of(NDArray map) {
            return Activation.relu(map);
        }
    },

    /** {@code min(max(x, 0), 6)} (MobileNets, arXiv 1704.04861; Krizhevsky 2010). */
    RELU6 {
        @Override
        NDArray of(NDArray map) {
            return map.clip(0, 6);
        }
    };

    abstract NDArray of(NDArray map);
}
