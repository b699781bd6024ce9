package io.ssdlab.testkit;

import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.training.Matching;
import io.ssdlab.spi.training.PredictedBoxes;
import io.ssdlab.spi.training.PredictionMatcher;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PredictionMatcherContractTest {

    /** By the prior boxes, but for those that are predicted to be background: they are ignored. */
    private static final PredictionMatcher GOOD = (priors, groundTruths, predicted) -> {
        int[] assignments =
                new PlainMatcher().match(priors, groundTruths).assignments().clone();
        for (int prior = 0; prior < assignments.length; prior++) {
            if (predicted.classLogits()[prior * (1 + predicted.classes())] > 4.9f) {
                assignments[prior] = Matching.IGNORED;
            }
        }
        return new Matching(assignments);
    };

    /** Whether there is a network: without one all logits are 0. */
    private static boolean isPredicted(PredictedBoxes predicted) {
        return predicted.classLogits()[0] != 0;
    }

    static class Good extends PredictionMatcherContract {
        @Override
        protected PredictionMatcher matcher() {
            return GOOD;
        }
    }

    @Test
    void aGoodMatcherPasses() {
        ContractRun.of(Good.class).assertPasses();
    }

    static class WritesToThePredictions extends PredictionMatcherContract {
        @Override
        protected PredictionMatcher matcher() {
            return (priors, groundTruths, predicted) -> {
                predicted.classLogits()[1] = -1;
                return GOOD.match(priors, groundTruths, predicted);
            };
        }
    }

    @Test
    void predictionsThatAreWrittenToAreFound() {
        ContractRun.of(WritesToThePredictions.class).assertFailsOnly("thePredictionsAreReadOnly");
    }

    static class NeedsFiniteLogits extends PredictionMatcherContract {
        @Override
        protected PredictionMatcher matcher() {
            return (priors, groundTruths, predicted) -> {
                if (!Float.isFinite(predicted.classLogits()[0])) {
                    throw new ArithmeticException("not finite");
                }
                return GOOD.match(priors, groundTruths, predicted);
            };
        }
    }

    @Test
    void aFailureOnWhatIsNotFiniteIsFound() {
        ContractRun.of(NeedsFiniteLogits.class).assertFailsOnly("predictionsThatAreNotFiniteAreMatchedToo");
    }

    static class AlwaysTakesTheFirstObject extends PredictionMatcherContract {
        @Override
        protected PredictionMatcher matcher() {
            return (priors, groundTruths, predicted) -> {
                int[] assignments = GOOD.match(priors, groundTruths, predicted).assignments();
                assignments[0] = isPredicted(predicted) ? 0 : assignments[0];
                return new Matching(assignments);
            };
        }
    }

    @Test
    void anObjectThatIsNotThereIsFound() {
        ContractRun.of(AlwaysTakesTheFirstObject.class)
                .assertFailsOnly(
                        "whateverIsPredictedEveryPriorIsMatchedToAnObjectOrToNone",
                        "withoutObjectsNothingIsPositiveWhateverIsPredicted");
    }

    static class RemembersItsFirstCall extends PredictionMatcherContract {
        @Override
        protected PredictionMatcher matcher() {
            return new PredictionMatcher() {
                private boolean called;

                @Override
                public synchronized Matching match(
                        PriorBoxes priors, List<GroundTruth> groundTruths, PredictedBoxes predicted) {
                    int[] assignments =
                            GOOD.match(priors, groundTruths, predicted).assignments();
                    if (called && isPredicted(predicted)) {
                        Arrays.fill(assignments, Matching.IGNORED);
                    }
                    called = true;
                    return new Matching(assignments);
                }
            };
        }
    }

    @Test
    void hiddenStateIsFound() {
        ContractRun.of(RemembersItsFirstCall.class)
                .assertFailsOnly("severalThreadsAtOnceGetTheResultOfOneWhateverIsPredicted");
    }
}
