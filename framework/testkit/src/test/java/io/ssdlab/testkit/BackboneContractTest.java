package io.ssdlab.testkit;

import ai.djl.engine.Engine;
import io.ssdlab.spi.model.Backbone;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.testkit.ToyBackbone.Flaw;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("engine")
final class BackboneContractTest {

    static class Plain extends BackboneContract {
        @Override
        protected Backbone backbone() {
            return new PlainBackbone();
        }
    }

    abstract static class Toy extends BackboneContract {

        private final Flaw flaw;

        Toy(Flaw flaw) {
            this.flaw = flaw;
        }

        @Override
        protected Backbone backbone() {
            return new ToyBackbone(flaw);
        }

        @Override
        protected InputSize input() {
            return new InputSize(32, 24);
        }
    }

    static class Normalised extends Toy {
        Normalised() {
            super(Flaw.NONE);
        }
    }

    @Test
    void goodBackbonesPass() {
        ContractRun.of(Plain.class).assertPasses();
        ContractRun.of(Normalised.class).assertPasses();
    }

    static class UnusedParameter extends Toy {
        UnusedParameter() {
            super(Flaw.UNUSED_PARAMETER);
        }
    }

    @Test
    void anUnusedParameterIsFound() {
        ContractRun.of(UnusedParameter.class).assertFailsOnly("everyParameterGetsAFiniteGradient");
    }

    static class ClosedNumber extends Toy {
        ClosedNumber() {
            super(Flaw.CLOSED_NUMBER);
        }
    }

    @Test
    void anArrayClosedTooEarlyIsFound() {
        ContractRun run = ContractRun.of(ClosedNumber.class);
        if (Engine.getInstance().getEngineName().equals("PyTorch")) {
            run.assertFailsOnly("aGarbageCollectionBeforeTheGradientsChangesNothing");
        } else {
            run.assertPasses();
        }
    }

    static class HiddenStatistic extends Toy {
        HiddenStatistic() {
            super(Flaw.HIDDEN_STATISTIC);
        }
    }

    @Test
    void aStatisticThatNoCheckpointHoldsIsFound() {
        ContractRun.of(HiddenStatistic.class).assertFailsOnly("aTrainedNetworkSavedByNameIsTheSameWhenReloaded");
    }

    static class BatchMean extends Toy {
        BatchMean() {
            super(Flaw.BATCH_MEAN);
        }
    }

    @Test
    void batchStatisticsInInferenceAreFound() {
        ContractRun.of(BatchMean.class).assertFailsOnly("anImageAloneGivesWhatItGivesInABatch");
    }

    static class FrozenStatistic extends Toy {
        FrozenStatistic() {
            super(Flaw.FROZEN_STATISTIC);
        }
    }

    @Test
    void runningStatisticsThatStandStillAreFound() {
        ContractRun.of(FrozenStatistic.class).assertFailsOnly("runningStatisticsMoveInTrainingAndNeverInInference");
    }

    static class UnnamedParameter extends Toy {
        UnnamedParameter() {
            super(Flaw.UNNAMED_PARAMETER);
        }
    }

    @Test
    void anUnnamedParameterIsFound() {
        ContractRun.of(UnnamedParameter.class).assertFailsOnly("namesEveryParameter");
    }

    static class OwnStream extends Toy {
        OwnStream() {
            super(Flaw.OWN_STREAM);
        }
    }

    @Test
    void weightsThatAreNotDrawnFromTheStreamAreFound() {
        ContractRun.of(OwnStream.class).assertFailsOnly("startsFromOtherWeightsForAnotherStream");
    }

    static class WrongChannels extends Toy {
        WrongChannels() {
            super(Flaw.WRONG_CHANNELS);
        }
    }

    @Test
    void mapsThatAreNotAsNamedAreFound() {
        ContractRun.of(WrongChannels.class).assertFailsOnly("yieldsTheMapsThatItNames");
    }
}
