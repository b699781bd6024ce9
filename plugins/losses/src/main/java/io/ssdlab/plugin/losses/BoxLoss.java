package io.ssdlab.plugin.losses;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.types.Shape;
import io.ssdlab.spi.training.Scalar;
import io.ssdlab.spi.training.Targets;

/**
 * What a predicted box costs against the box that it is matched to.
 *
 * <p>All but {@link #SMOOTH_L1} decode the boxes and take the offsets to be in SSD's coding ({@code model.box-coding:
 * centre-size}, the default): with another they train towards boxes that detection does not decode.
 */
public enum BoxLoss {

    /** Smooth L1 over the four offsets, summed: SSD's own (paper section 2.2; Girshick, ICCV 2015, arXiv:1504.08083). */
    SMOOTH_L1 {
        @Override
        NDArray sum(NDArray offsets, Targets targets, ChosenPriors positives) {
            NDArray wanted = offsets.getManager()
                    .create(positives.rows(targets.offsets(), VALUES), new Shape(positives.size(), VALUES));
            NDArray error = positives.rows(offsets).sub(wanted).abs();
            // Of 1 at most, so that no square overflows where the other branch is taken.
            NDArray near = Scalar.over(Scalar.atMost(error, 1).square(), 2);
            return NDArrays.where(error.lt(1f), near, error.sub(0.5f)).sum();
        }
    },

    /** 1 less the generalised IoU, 0 to 2 (Rezatofighi et al., CVPR 2019, arXiv:1902.09630). */
    GIOU {
        @Override
        NDArray sum(NDArray offsets, Targets targets, ChosenPriors positives) {
            return disagreement(BoxPairs.decoded(offsets, targets, positives).generalisedIou());
        }
    },

    /** 1 less the distance IoU, 0 to 2 (Zheng et al., AAAI 2020, arXiv:1911.08287, equation 7). */
    DIOU {
        @Override
        NDArray sum(NDArray offsets, Targets targets, ChosenPriors positives) {
            return disagreement(BoxPairs.decoded(offsets, targets, positives).distanceIou());
        }
    },

    /** 1 less the complete IoU, 0 to 3 (the same, equation 10). */
    CIOU {
        @Override
        NDArray sum(NDArray offsets, Targets targets, ChosenPriors positives) {
            return disagreement(BoxPairs.decoded(offsets, targets, positives).completeIou());
        }
    };

    private static final int VALUES = 4;

    /**
     * The costs of all positives, added up: a scalar that can be differentiated.
     *
     * @param offsets {@code [batch, priors, 4]} as predicted
     * @param positives at least one
     */
    abstract NDArray sum(NDArray offsets, Targets targets, ChosenPriors positives);

    private static NDArray disagreement(NDArray agreement) {
        return agreement.sub(1f).sum().neg();
    }
}
