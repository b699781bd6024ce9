package io.ssdlab.testkit;

import io.ssdlab.spi.model.Backbone;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.training.DetectionLoss;
import io.ssdlab.spi.training.LossTerms;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.spi.training.Matching;
import io.ssdlab.spi.training.Predictions;
import io.ssdlab.spi.training.Scalar;
import io.ssdlab.spi.training.Targets;
import io.ssdlab.testkit.ToyBackbone.Flaw;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("engine")
final class DetectorContractTest {

    static class Plain extends DetectorContract {}

    static class Normalised extends DetectorContract {
        @Override
        protected Backbone backbone() {
            return new ToyBackbone(Flaw.NONE);
        }
    }

    @Test
    void goodDetectorsPass() {
        ContractRun.of(Plain.class).assertPasses();
        ContractRun.of(Normalised.class).assertPasses();
    }

    abstract static class Small extends DetectorContract {

        @Override
        protected Backbone backbone() {
            return new ToyBackbone(Flaw.NONE);
        }

        @Override
        protected InputSize input() {
            return new InputSize(48, 64);
        }
    }

    /** The value is right, the gradient points the other way. */
    static class UphillLoss extends DetectorContract {
        @Override
        protected DetectionLoss loss() {
            return (predictions, targets) -> {
                LossTerms terms = new PlainLoss().loss(predictions, targets);
                float total = terms.total().getFloat();
                return new LossTerms(terms.total().neg().add(2 * total), terms.terms());
            };
        }
    }

    @Test
    void aLossWhoseGradientLeadsUphillIsFound() {
        ContractRun.of(UphillLoss.class).assertFailsOnly("theLossFalls");
    }

    static class MatchesNothing extends Small {
        @Override
        protected Matcher matcher() {
            return (priors, groundTruths) -> {
                int[] assignments = new int[priors.size()];
                Arrays.fill(assignments, Matching.BACKGROUND);
                return new Matching(assignments);
            };
        }
    }

    @Test
    void aMatcherThatMatchesNothingIsFound() {
        ContractRun.of(MatchesNothing.class).assertFailsOnly("everyPictureHasPositives");
    }

    static class UnusedParameter extends Small {
        @Override
        protected Backbone backbone() {
            return new ToyBackbone(Flaw.UNUSED_PARAMETER);
        }
    }

    @Test
    void anUnusedParameterIsFound() {
        ContractRun.of(UnusedParameter.class).assertFailsOnly("everyParameterLearns");
    }

    static class HiddenStatistic extends Small {
        @Override
        protected Backbone backbone() {
            return new ToyBackbone(Flaw.HIDDEN_STATISTIC);
        }
    }

    @Test
    void aStatisticThatNoCheckpointHoldsIsFound() {
        ContractRun.of(HiddenStatistic.class).assertFailsOnly("aCheckpointGivesTheSamePredictions");
    }

    /** Weighs the loss by how often it was called. */
    static class CountingLoss extends Small {
        @Override
        protected DetectionLoss loss() {
            return new DetectionLoss() {
                private int calls;

                @Override
                public LossTerms loss(Predictions predictions, Targets targets) {
                    LossTerms terms = new PlainLoss().loss(predictions, targets);
                    return new LossTerms(Scalar.over(terms.total(), 1 + 0.01f * calls++), terms.terms());
                }
            };
        }
    }

    @Test
    void aLossWithStateIsFound() {
        ContractRun.of(CountingLoss.class).assertFailsOnly("trainingGoesOnFromACheckpointAsIfItHadNotStopped");
    }
}
