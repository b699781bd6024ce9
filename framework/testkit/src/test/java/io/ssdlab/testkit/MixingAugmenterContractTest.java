package io.ssdlab.testkit;

import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.MixingAugmenter;
import io.ssdlab.spi.data.Sample;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MixingAugmenterContractTest {

    /** Keeps the picture and takes over the other's objects. */
    private static final MixingAugmenter GOOD = (sample, others, random) -> joined(sample, others.draw(random));

    private static Sample joined(Sample sample, Sample other) {
        List<GroundTruth> objects = Stream.concat(sample.groundTruths().stream(), other.groundTruths().stream())
                .toList();
        return new Sample(sample.imageId(), sample.image(), objects);
    }

    static class Good extends MixingAugmenterContract {
        @Override
        protected MixingAugmenter augmenter() {
            return GOOD;
        }
    }

    @Test
    void aGoodAugmenterPasses() {
        ContractRun.of(Good.class).assertPasses();
    }

    static class DrawsByARandomStreamOfItsOwn extends MixingAugmenterContract {
        @Override
        protected MixingAugmenter augmenter() {
            RandomGenerator own = new SplittableRandom(7);
            return (sample, others, random) -> joined(sample, others.draw(own));
        }
    }

    @Test
    void othersThatTheSeedDoesNotDecideAreFound() {
        ContractRun.of(DrawsByARandomStreamOfItsOwn.class)
                .assertFailsOnly("leavesTheOthersAsTheyAreAndGivesTheSameAgain");
    }

    static class TakesTheOthersName extends MixingAugmenterContract {
        @Override
        protected MixingAugmenter augmenter() {
            return (sample, others, random) -> {
                Sample other = others.draw(random);
                return new Sample(
                        other.imageId(), sample.image(), joined(sample, other).groundTruths());
            };
        }
    }

    @Test
    void anotherSamplesNameIsFound() {
        ContractRun.of(TakesTheOthersName.class).assertFailsOnly("mixesEverySampleWithAnyOther");
    }

    static class PaintsOnTheOthers extends MixingAugmenterContract {
        @Override
        protected MixingAugmenter augmenter() {
            return (sample, others, random) -> {
                Sample other = others.draw(random);
                if (!other.image().equals(sample.image())) {
                    other.image().bgr()[0]++;
                }
                return joined(sample, other);
            };
        }
    }

    @Test
    void othersThatArePaintedOnAreFound() {
        ContractRun.of(PaintsOnTheOthers.class).assertFailsOnly("leavesTheOthersAsTheyAreAndGivesTheSameAgain");
    }
}
