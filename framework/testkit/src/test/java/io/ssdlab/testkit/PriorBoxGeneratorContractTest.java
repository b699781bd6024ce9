package io.ssdlab.testkit;

import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.PriorBoxGenerator;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.SourceMap;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class PriorBoxGeneratorContractTest {

    private static final PriorBoxGenerator GOOD = new PlainPriorBoxes();

    static class Good extends PriorBoxGeneratorContract {
        @Override
        protected PriorBoxGenerator generator() {
            return GOOD;
        }
    }

    @Test
    void aGoodGeneratorPasses() {
        ContractRun.of(Good.class).assertPasses();
    }

    /** The good one's boxes with other centres and sizes. */
    private static PriorBoxGenerator changed(UnaryOperator<float[]> change) {
        return (sources, input) -> {
            PriorBoxes priors = GOOD.generate(sources, input);
            return PriorBoxes.ofCentreSizes(
                    priors.layers(), change.apply(priors.centreSizes().clone()), priors.variances());
        };
    }

    static class ColumnsFirst extends PriorBoxGeneratorContract {
        @Override
        protected PriorBoxGenerator generator() {
            return changed(boxes -> {
                for (int i = 0; i < boxes.length; i += 4) {
                    float x = boxes[i];
                    boxes[i] = boxes[i + 1];
                    boxes[i + 1] = x;
                }
                return boxes;
            });
        }
    }

    @Test
    void cellsInAnotherOrderAreFound() {
        ContractRun.of(ColumnsFirst.class).assertFailsOnly("cellsRunByRowThenColumn", "wideMapsAreCoveredOrRefused");
    }

    /** Takes all maps to be as wide as high: right until one is not. */
    static class SquareOnly extends PriorBoxGeneratorContract {
        @Override
        protected PriorBoxGenerator generator() {
            return (sources, input) -> {
                PriorBoxes priors = GOOD.generate(sources, input);
                float[] boxes = priors.centreSizes().clone();
                int first = 0;
                for (SourceMap map : sources) {
                    for (int cell = 0; cell < map.rows() * map.columns(); cell++) {
                        int row = cell / map.rows();
                        int column = cell % map.rows();
                        boxes[first++] = (column + 0.5f) / map.rows();
                        boxes[first++] = Math.min(1, (row + 0.5f) / map.rows());
                        first += 2;
                    }
                }
                return PriorBoxes.ofCentreSizes(priors.layers(), boxes, priors.variances());
            };
        }
    }

    @Test
    void rowsTakenForColumnsAreFound() {
        ContractRun.of(SquareOnly.class).assertFailsOnly("wideMapsAreCoveredOrRefused");
    }

    static class ABoxWithoutSize extends PriorBoxGeneratorContract {
        @Override
        protected PriorBoxGenerator generator() {
            return changed(boxes -> {
                boxes[boxes.length - 1] = 0;
                return boxes;
            });
        }
    }

    static class ABoxOutside extends PriorBoxGeneratorContract {
        @Override
        protected PriorBoxGenerator generator() {
            return changed(boxes -> {
                boxes[0] = -0.06f;
                return boxes;
            });
        }
    }

    @Test
    void boxesThatAreNoneAreFound() {
        ContractRun.of(ABoxWithoutSize.class)
                .assertFailsOnly("boxesAreFiniteAndHaveAnArea", "everyBoxReachesIntoTheImage");
        ContractRun.of(ABoxOutside.class).assertFailsOnly("everyBoxReachesIntoTheImage");
    }

    static class SixMapsOnly extends PriorBoxGeneratorContract {
        @Override
        protected PriorBoxGenerator generator() {
            return (sources, input) -> {
                if (sources.size() != 6) {
                    throw new IndexOutOfBoundsException(sources.size());
                }
                return GOOD.generate(sources, input);
            };
        }
    }

    @Test
    void aFailureThatDoesNotSayWhatWouldFitIsFound() {
        ContractRun.of(SixMapsOnly.class)
                .assertFailsOnly("anotherNumberOfMapsIsCoveredOrRefused", "earlierCallsChangeNothing");
    }

    /** Its boxes shrink from call to call. */
    static class CountsItsCalls extends PriorBoxGeneratorContract {
        @Override
        protected PriorBoxGenerator generator() {
            return new PriorBoxGenerator() {
                private int calls;

                @Override
                public PriorBoxes generate(List<SourceMap> sources, InputSize input) {
                    float size = 1 - 0.01f * calls++;
                    return changed(boxes -> {
                                for (int i = 2; i < boxes.length; i += 4) {
                                    boxes[i] *= size;
                                }
                                return boxes;
                            })
                            .generate(sources, input);
                }
            };
        }
    }

    @Test
    void hiddenStateIsFound() {
        ContractRun.of(CountsItsCalls.class).assertFailsOnly("earlierCallsChangeNothing");
    }

    static class ForgetsALayer extends PriorBoxGeneratorContract {
        @Override
        protected PriorBoxGenerator generator() {
            return (sources, input) -> GOOD.generate(sources.subList(0, Math.max(1, sources.size() - 1)), input);
        }
    }

    @Test
    void aMapWithoutLayerIsFound() {
        ContractRun.of(ForgetsALayer.class)
                .assertFailsOnly("layersRepeatTheSourceMaps", "anotherNumberOfMapsIsCoveredOrRefused");
    }
}
