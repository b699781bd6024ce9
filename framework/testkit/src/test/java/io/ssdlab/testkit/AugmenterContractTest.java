package io.ssdlab.testkit;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class AugmenterContractTest {

    /** Makes the picture brighter by what is drawn. */
    private static final Augmenter GOOD = (sample, random) -> {
        byte[] bgr = sample.image().bgr().clone();
        int change = random.nextInt(20);
        for (int i = 0; i < bgr.length; i++) {
            bgr[i] = (byte) Math.min(255, (bgr[i] & 0xff) + change);
        }
        return with(sample, new Image(sample.image().width(), sample.image().height(), bgr));
    };

    private static Sample with(Sample sample, Image image) {
        return new Sample(sample.imageId(), image, sample.groundTruths());
    }

    private static Sample with(Sample sample, List<GroundTruth> objects) {
        return new Sample(sample.imageId(), sample.image(), objects);
    }

    static class Good extends AugmenterContract {
        @Override
        protected Augmenter augmenter() {
            return GOOD;
        }
    }

    @Test
    void aGoodAugmenterPasses() {
        ContractRun.of(Good.class).assertPasses();
    }

    static class IgnoresTheSeed extends AugmenterContract {
        @Override
        protected Augmenter augmenter() {
            RandomGenerator own = new SplittableRandom(7);
            return (sample, random) -> GOOD.augment(sample, own);
        }
    }

    @Test
    void anAugmenterWithARandomStreamOfItsOwnIsFound() {
        ContractRun.of(IgnoresTheSeed.class)
                .assertFailsOnly(
                        "sameSeedGivesTheSameResult",
                        "earlierCallsChangeNothing",
                        "callsAtTheSameTimeGiveWhatCallsInTurnGive");
    }

    static class ForgetsWhereAPartStarts extends AugmenterContract {
        @Override
        protected Augmenter augmenter() {
            return (sample, random) -> {
                Image image = sample.image();
                return with(
                        sample,
                        Image.computed(
                                image.width(),
                                image.height(),
                                (left, top, width, height) ->
                                        image.region(0, top, width, height).bgr()));
            };
        }
    }

    @Test
    void pixelsThatDependOnWhichAreAskedForAreFound() {
        ContractRun.of(ForgetsWhereAPartStarts.class).assertFailsOnly("aPartOfTheImageIsThatOfTheWhole");
    }

    static class PaintsOnTheGivenPicture extends AugmenterContract {
        @Override
        protected Augmenter augmenter() {
            return (sample, random) -> {
                sample.image().bgr()[0] = 0;
                sample.image().bgr()[1] = 77;
                return sample;
            };
        }
    }

    @Test
    void changingTheGivenSampleIsFound() {
        ContractRun.of(PaintsOnTheGivenPicture.class).assertFailsOnly("leavesTheGivenSampleAsItIs");
    }

    static class MovesBoxesOutOfThePicture extends AugmenterContract {
        @Override
        protected Augmenter augmenter() {
            return (sample, random) -> with(
                    sample,
                    sample.groundTruths().stream()
                            .map(object -> object.withBox(new CornerBox(
                                    object.box().xMin(),
                                    object.box().yMin(),
                                    object.box().xMax() + 0.25f,
                                    object.box().yMax())))
                            .toList());
        }
    }

    static class LeavesBoxesWithoutArea extends AugmenterContract {
        @Override
        protected Augmenter augmenter() {
            return (sample, random) -> with(
                    sample,
                    sample.groundTruths().stream()
                            .map(object -> object.withBox(new CornerBox(0.5f, 0, 0.5f, 1)))
                            .toList());
        }
    }

    static class LosesTheNumber extends AugmenterContract {
        @Override
        protected Augmenter augmenter() {
            return (sample, random) -> with(
                    sample,
                    sample.groundTruths().stream()
                            .map(object -> object.withBox(new CornerBox(0, 0, Float.NaN, 1)))
                            .toList());
        }
    }

    @Test
    void boxesThatAreNoneAreFound() {
        ContractRun.of(MovesBoxesOutOfThePicture.class).assertFailsOnly("boxesHaveAreaAndLieInTheImage");
        ContractRun.of(LeavesBoxesWithoutArea.class).assertFailsOnly("boxesHaveAreaAndLieInTheImage");
        ContractRun.of(LosesTheNumber.class).assertFailsOnly("boxesHaveAreaAndLieInTheImage");
    }

    static class DoublesTheFirstObject extends AugmenterContract {
        @Override
        protected Augmenter augmenter() {
            return (sample, random) -> {
                List<GroundTruth> objects = new ArrayList<>(sample.groundTruths());
                objects.addAll(objects.subList(0, Math.min(1, objects.size())));
                return with(sample, objects);
            };
        }
    }

    @Test
    void inventedObjectsAreFound() {
        ContractRun.of(DoublesTheFirstObject.class).assertFailsOnly("inventsNoObject");
    }

    static class RenamesTheImage extends AugmenterContract {
        @Override
        protected Augmenter augmenter() {
            return (sample, random) -> new Sample(sample.imageId() + "'", sample.image(), sample.groundTruths());
        }
    }

    @Test
    void anotherImageIdIsFound() {
        ContractRun.of(RenamesTheImage.class).assertFailsOnly("keepsTheImageId");
    }

    /** Hands out the same array again and again, as a scratch buffer. */
    static class KeepsABuffer extends AugmenterContract {
        @Override
        protected Augmenter augmenter() {
            return new Augmenter() {
                private Image last = new Image(1, 1, new byte[3]);

                @Override
                public synchronized Sample augment(Sample sample, RandomGenerator random) {
                    Image image = sample.image();
                    boolean fits = last.width() == image.width() && last.height() == image.height();
                    last = fits ? last : new Image(image.width(), image.height(), new byte[image.bgr().length]);
                    byte brightness =
                            (byte) (random.nextInt() + sample.imageId().hashCode());
                    for (int i = 0; i < last.bgr().length; i++) {
                        last.bgr()[i] = brightness;
                    }
                    return with(sample, last);
                }
            };
        }
    }

    @Test
    void aBufferThatOutlivesACallIsFound() {
        ContractRun.of(KeepsABuffer.class)
                .assertFailsOnly("earlierResultsStayAsTheyAre", "callsAtTheSameTimeGiveWhatCallsInTurnGive");
    }
}
