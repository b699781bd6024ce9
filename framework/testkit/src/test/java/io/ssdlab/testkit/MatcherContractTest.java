package io.ssdlab.testkit;

import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.spi.training.Matching;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

final class MatcherContractTest {

    private static final Matcher GOOD = new PlainMatcher();

    static class Good extends MatcherContract {
        @Override
        protected Matcher matcher() {
            return GOOD;
        }
    }

    @Test
    void aGoodMatcherPasses() {
        ContractRun.of(Good.class).assertPasses();
    }

    /** Its second call and all after it ignore a prior box. */
    static class RemembersItsFirstCall extends MatcherContract {
        @Override
        protected Matcher matcher() {
            return new Matcher() {
                private boolean called;

                @Override
                public synchronized Matching match(PriorBoxes priors, List<GroundTruth> groundTruths) {
                    int[] assignments = GOOD.match(priors, groundTruths).assignments();
                    assignments[0] = called ? Matching.IGNORED : assignments[0];
                    called = true;
                    return new Matching(assignments);
                }
            };
        }
    }

    @Test
    void hiddenStateIsFound() {
        ContractRun.of(RemembersItsFirstCall.class)
                .assertFailsOnly("earlierCallsChangeNothing", "severalThreadsAtOnceGetTheResultOfOne");
    }

    /** Keeps the objects in a field; two threads that meet there take the objects of one of them. */
    static class KeepsItsArguments extends MatcherContract {
        @Override
        protected Matcher matcher() {
            Thread owner = Thread.currentThread();
            CyclicBarrier meeting = new CyclicBarrier(2);
            return new Matcher() {
                private volatile List<GroundTruth> objects = List.of();

                @Override
                public Matching match(PriorBoxes priors, List<GroundTruth> groundTruths) {
                    objects = groundTruths;
                    if (Thread.currentThread() != owner) {
                        meet(meeting);
                    }
                    return GOOD.match(priors, objects);
                }
            };
        }

        private static void meet(CyclicBarrier meeting) {
            try {
                meeting.await(1, TimeUnit.SECONDS);
            } catch (TimeoutException | BrokenBarrierException alone) {
                meeting.reset();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void sharedStateIsFoundByThreads() {
        ContractRun.of(KeepsItsArguments.class).assertFailsOnly("severalThreadsAtOnceGetTheResultOfOne");
    }

    static class NeedsAnObject extends MatcherContract {
        @Override
        protected Matcher matcher() {
            return (priors, groundTruths) -> {
                if (groundTruths.isEmpty()) {
                    throw new IndexOutOfBoundsException(0);
                }
                return GOOD.match(priors, groundTruths);
            };
        }
    }

    @Test
    void aFailureWithoutObjectsIsFound() {
        ContractRun.of(NeedsAnObject.class)
                .assertFailsOnly(
                        "withoutObjectsNothingIsPositive",
                        "earlierCallsChangeNothing",
                        "severalThreadsAtOnceGetTheResultOfOne");
    }

    static class MatchesNothing extends MatcherContract {
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
        ContractRun.of(MatchesNothing.class).assertFailsOnly("objectsThatArePriorBoxesAreMostlyMatched");
    }

    static class CountsObjectsFromOne extends MatcherContract {
        @Override
        protected Matcher matcher() {
            return (priors, groundTruths) ->
                    new Matching(Arrays.stream(GOOD.match(priors, groundTruths).assignments())
                            .map(assignment -> assignment < 0 ? assignment : assignment + 1)
                            .toArray());
        }
    }

    @Test
    void assignmentsToNoObjectAreFound() {
        ContractRun.of(CountsObjectsFromOne.class)
                .assertFailsOnly(
                        "everyPriorIsMatchedToAnObjectOrToNone",
                        "objectsOfOnePixel",
                        "objectsThatAreAllTheSame",
                        "hundredsOfObjects",
                        "objectsAtTheEdges",
                        "anObjectThatCoversTheImage");
    }

    static class SortsThePriors extends MatcherContract {
        @Override
        protected Matcher matcher() {
            return (priors, groundTruths) -> {
                Matching matching = GOOD.match(priors, groundTruths);
                if (groundTruths.size() > 100) {
                    Arrays.sort(priors.corners());
                }
                return matching;
            };
        }
    }

    @Test
    void writingOnThePriorBoxesIsFound() {
        ContractRun.of(SortsThePriors.class).assertFailsOnly("hundredsOfObjects");
    }
}
