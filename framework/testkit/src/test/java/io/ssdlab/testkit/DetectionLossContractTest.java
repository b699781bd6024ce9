package io.ssdlab.testkit;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.ssdlab.spi.training.DetectionLoss;
import io.ssdlab.spi.training.LossTerms;
import io.ssdlab.spi.training.Predictions;
import io.ssdlab.spi.training.Scalar;
import io.ssdlab.spi.training.Targets;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("engine")
final class DetectionLossContractTest {

    private static final DetectionLoss GOOD = new PlainLoss();

    static class Good extends DetectionLossContract {
        @Override
        protected DetectionLoss loss() {
            return GOOD;
        }
    }

    @Test
    void aGoodLossPasses() {
        ContractRun.of(Good.class).assertPasses();
    }

    /** The good one's total, changed. */
    private static DetectionLoss changed(UnaryOperator<NDArray> change) {
        return (predictions, targets) -> {
            LossTerms terms = GOOD.loss(predictions, targets);
            return new LossTerms(change.apply(terms.total()), terms.terms());
        };
    }

    /** As after a sum of which a part was taken from a copy: the value is right, the gradient half of it. */
    static class AWrongGradient extends DetectionLossContract {
        @Override
        protected DetectionLoss loss() {
            return changed(total -> Scalar.times(total, 0.5f)
                    .add(total.getManager()
                            .create(total.toFloatArray())
                            .mul(0.5f)
                            .sum()));
        }
    }

    @Test
    void aWrongGradientIsFound() {
        ContractRun.of(AWrongGradient.class).assertFailsOnly("gradientsEqualNumericalOnes");
    }

    /** The number is closed before the gradient reads it. */
    static class ReadsWhatIsClosed extends DetectionLossContract {
        @Override
        protected DetectionLoss loss() {
            return changed(total -> total.mul(0.5f).add(Scalar.times(total, 0.5f)));
        }
    }

    @Test
    void anArrayClosedTooEarlyIsFound() {
        ContractRun run = ContractRun.of(ReadsWhatIsClosed.class);
        if (Engine.getInstance().getEngineName().equals("PyTorch")) {
            run.assertFailsOnly("aGarbageCollectionBeforeTheGradientsChangesNothing");
        } else {
            run.assertPasses();
        }
    }

    /** A loss that jumps wherever a prediction passes a multiple of a hundredth, so that no slope tells anything. */
    static class NoSlopeAtAll extends DetectionLossContract {
        @Override
        protected DetectionLoss loss() {
            return (predictions, targets) -> {
                LossTerms terms = GOOD.loss(predictions, targets);
                double jumps = 0;
                for (float logit : predictions.classLogits().toFloatArray()) {
                    jumps += Math.floorMod(Math.round(100 * logit), 2);
                }
                return new LossTerms(terms.total().add((float) jumps), terms.terms());
            };
        }
    }

    @Test
    void aLossThatIsNowhereSmoothIsFound() {
        ContractRun.of(NoSlopeAtAll.class).assertFailsOnly("gradientsEqualNumericalOnes");
    }

    /** Jumps at one value only, near which it has no derivative: as a hard negative that another one displaces. */
    static class OneJump extends DetectionLossContract {
        @Override
        protected DetectionLoss loss() {
            float edge = LossProblem.usual().logits()[17] + 1f / 1024;
            return (predictions, targets) -> {
                LossTerms terms = GOOD.loss(predictions, targets);
                boolean above = predictions.classLogits().toFloatArray()[17] > edge;
                return new LossTerms(terms.total().add(above ? 0.5f : 0), terms.terms());
            };
        }
    }

    @Test
    void aJumpIsNotTakenForAWrongGradient() {
        ContractRun.of(OneJump.class).assertPasses();
    }

    /** Dividing by the number of positives alone. */
    static class NotFiniteWithoutObjects extends DetectionLossContract {
        @Override
        protected DetectionLoss loss() {
            return (predictions, targets) -> {
                LossTerms terms = GOOD.loss(predictions, targets);
                float positives = 0;
                for (int label : targets.labels()) {
                    positives += label > 0 ? 1 : 0;
                }
                return new LossTerms(Scalar.over(terms.total(), positives), terms.terms());
            };
        }
    }

    @Test
    void aLossThatIsNotFiniteWithoutObjectsIsFound() {
        ContractRun.of(NotFiniteWithoutObjects.class)
                .assertFailsOnly("withoutObjectsItIsFinite", "withEveryPriorIgnoredItIsFiniteAndWithoutGradient");
    }

    /** Plain exponentials. */
    static class Overflows extends DetectionLossContract {
        @Override
        protected DetectionLoss loss() {
            return (predictions, targets) -> {
                LossTerms terms = GOOD.loss(predictions, targets);
                NDArray excess = predictions.classLogits().mean().exp();
                return new LossTerms(terms.total().add(excess.sub(excess)), terms.terms());
            };
        }
    }

    @Test
    void overflowIsFound() {
        ContractRun.of(Overflows.class).assertFailsOnly("largePredictionsGiveFiniteValues");
    }

    static class PullsEveryOffset extends DetectionLossContract {
        @Override
        protected DetectionLoss loss() {
            return (predictions, targets) -> {
                LossTerms terms = GOOD.loss(predictions, targets);
                return new LossTerms(
                        terms.total().add(predictions.boxOffsets().square().mean()), terms.terms());
            };
        }
    }

    @Test
    void gradientsWhereThereIsNothingToLearnAreFound() {
        ContractRun.of(PullsEveryOffset.class)
                .assertFailsOnly(
                        "ignoredPriorsHaveNoGradient",
                        "backgroundHasNoBoxToRegress",
                        "withEveryPriorIgnoredItIsFiniteAndWithoutGradient");
    }

    static class AveragesOverBatches extends DetectionLossContract {
        @Override
        protected DetectionLoss loss() {
            return new DetectionLoss() {
                private int calls;

                @Override
                public LossTerms loss(Predictions predictions, Targets targets) {
                    LossTerms terms = GOOD.loss(predictions, targets);
                    return new LossTerms(Scalar.over(terms.total(), 1 + 0.1f * calls++), terms.terms());
                }
            };
        }
    }

    @Test
    void hiddenStateIsFound() {
        ContractRun.of(AveragesOverBatches.class).assertFailsOnly("earlierCallsChangeNothing");
    }

    static class WritesOnTheTargets extends DetectionLossContract {
        @Override
        protected DetectionLoss loss() {
            return (predictions, targets) -> {
                LossTerms terms = GOOD.loss(predictions, targets);
                targets.offsets()[targets.offsets().length - 1] = 1;
                return terms;
            };
        }
    }

    @Test
    void changedArgumentsAreFound() {
        ContractRun.of(WritesOnTheTargets.class).assertFailsOnly("leavesPredictionsAndTargetsAsTheyAre");
    }

    static class NamesItsTermsAnyHow extends DetectionLossContract {
        @Override
        protected DetectionLoss loss() {
            return (predictions, targets) -> {
                NDManager manager = predictions.classLogits().getManager();
                return new LossTerms(
                        GOOD.loss(predictions, targets).total(), Map.of("Location Loss", manager.create(1f)));
            };
        }
    }

    @Test
    void namesThatNoMetricCanHaveAreFound() {
        ContractRun.of(NamesItsTermsAnyHow.class).assertFailsOnly("totalIsAFiniteScalarAndTermsAreNamed");
    }
}
