package io.ssdlab.report.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ssdlab.core.coverage.TrainingObjects;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.data.Dataset;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.spi.training.Matching;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImageChoiceTest {

    private static final PriorBoxes PRIORS = PriorBoxes.ofCorners(
            List.of(new PriorLayer("a", 1, 1, 1), new PriorLayer("b", 1, 1, 1), new PriorLayer("c", 1, 1, 1)),
            new float[12],
            PriorBoxes.Variances.ORIGINAL);

    /** Matches as many prior boxes as the first object's label says: one on each source map. */
    private static final Matcher BY_LABEL = (priors, objects) -> {
        int[] assignments = new int[priors.size()];
        Arrays.setAll(assignments, prior -> prior < objects.get(0).label() ? 0 : Matching.BACKGROUND);
        return new Matching(assignments);
    };

    /** @param objects how many objects each image has, and their label */
    private static ImageChoice among(int[]... objects) {
        List<AnnotatedImage> images = IntStream.range(0, objects.length)
                .mapToObj(image -> new AnnotatedImage(
                        "train%04d".formatted(image),
                        Path.of("none"),
                        100,
                        100,
                        IntStream.range(0, objects[image][0])
                                .mapToObj(object -> new AnnotatedObject(
                                        new PixelBox(10, 10, 50, 50), objects[image][1], false, false))
                                .toList()))
                .toList();
        return new ImageChoice(TrainingObjects.of(new Dataset(List.of("x", "y", "z"), images, List.of()), true));
    }

    @Test
    void takesTheFirstOfThoseThatMatchOnMostMaps() {
        assertThat(among(new int[] {2, 1}, new int[] {3, 2}, new int[] {2, 3}, new int[] {4, 3})
                        .telling(PRIORS, BY_LABEL))
                .isEqualTo(2);
    }

    @Test
    void passesOverImagesOfOneOrMany() {
        assertThat(among(new int[] {0, 1}, new int[] {1, 3}, new int[] {9, 3}, new int[] {2, 1})
                        .telling(PRIORS, BY_LABEL))
                .isEqualTo(3);
        assertThat(among(new int[] {0, 1}, new int[] {1, 3}, new int[] {9, 3}).telling(PRIORS, BY_LABEL))
                .isEqualTo(1);
    }

    @Test
    void findsAnImageByItsIdOrTellsANearOne() {
        ImageChoice choice = among(new int[] {2, 1}, new int[] {0, 1});

        assertThat(choice.named("train0000")).isZero();
        assertThatThrownBy(() -> choice.named("tran0000"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no image tran0000")
                .hasMessageContaining("did you mean train0000");
        assertThatThrownBy(() -> choice.named("train0001"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no object of the image train0001");
    }
}
