package io.ssdlab.report.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.report.lesson.SampleChange.Cropped;
import io.ssdlab.report.lesson.SampleChange.Expanded;
import io.ssdlab.report.lesson.SampleChange.Mirrored;
import io.ssdlab.report.lesson.SampleChange.None;
import io.ssdlab.report.lesson.SampleChange.Rearranged;
import io.ssdlab.report.lesson.SampleChange.Recoloured;
import io.ssdlab.report.lesson.SampleChange.Resized;
import io.ssdlab.report.lesson.SampleChange.Retouched;
import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ChangeFinderTest {

    private static final Image PICTURE = Noise.picture(40, 30, 1);

    private static SampleChange of(Image before, Image after) {
        return ChangeFinder.between(Noise.sample(before), Noise.sample(after));
    }

    @Property(tries = 40)
    void findsWhereACropWasTaken(
            @ForAll @IntRange(min = 8, max = 39) int width,
            @ForAll @IntRange(min = 8, max = 29) int height,
            @ForAll @IntRange(max = 1000) int across,
            @ForAll @IntRange(max = 1000) int down) {
        int x = across % (40 - width + 1);
        int y = down % (30 - height + 1);

        SampleChange change = of(PICTURE, Noise.part(PICTURE, x, y, width, height));

        assertThat(change).isInstanceOfSatisfying(Cropped.class, crop -> {
            assertThat(crop.x()).isEqualTo(x);
            assertThat(crop.y()).isEqualTo(y);
            assertThat(crop.part().xMax()).isEqualTo((x + width) / 40f);
            assertThat(crop.part().yMax()).isEqualTo((y + height) / 30f);
        });
    }

    @Property(tries = 40)
    void findsWhereACanvasHoldsThePicture(
            @ForAll @IntRange(min = 41, max = 90) int width,
            @ForAll @IntRange(min = 31, max = 90) int height,
            @ForAll @IntRange(max = 1000) int across,
            @ForAll @IntRange(max = 1000) int down) {
        int x = across % (width - 40 + 1);
        int y = down % (height - 30 + 1);
        byte[] canvas = new byte[width * height * 3];
        for (int row = 0; row < 30; row++) {
            System.arraycopy(PICTURE.bgr(), row * 120, canvas, ((y + row) * width + x) * 3, 120);
        }

        assertThat(of(PICTURE, new Image(width, height, canvas)))
                .isEqualTo(new Expanded(width / 40.0, height / 30.0, x, y));
    }

    @Test
    void tellsAMirroredPictureFromANewlyColouredOne() {
        byte[] mirrored = new byte[40 * 30 * 3];
        byte[] darker = new byte[40 * 30 * 3];
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 40; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    int at = (y * 40 + x) * 3 + channel;
                    mirrored[at] = (byte) PICTURE.value(39 - x, y, channel);
                    darker[at] = (byte) (PICTURE.value(x, y, channel) / 2);
                }
            }
        }

        assertThat(of(PICTURE, new Image(40, 30, mirrored))).isEqualTo(new Mirrored());
        assertThat(of(PICTURE, new Image(40, 30, darker))).isInstanceOfSatisfying(Recoloured.class, change -> {
            assertThat(change.colours().brightness()).isBetween(-70.0, -58.0);
            assertThat(change.colours().contrast()).isBetween(0.49, 0.51);
            assertThat(change.colours().saturation()).isBetween(0.49, 0.51);
            assertThat(change.inWords()).startsWith("colours: brightness -6").contains("contrast \u00d70.50");
        });
    }

    @Test
    void tellsErasedPixelsAndUntouchedOnes() {
        byte[] erased = PICTURE.bgr().clone();
        for (int i = 0; i < 300 * 3; i++) {
            erased[i] = (byte) (erased[i] + 1);
        }

        assertThat(of(PICTURE, new Image(40, 30, erased))).isEqualTo(new Retouched(0.25));
        assertThat(of(PICTURE, new Image(40, 30, PICTURE.bgr().clone()))).isEqualTo(new None());
    }

    @Test
    void tellsObjectsOfOtherSamplesFromThoseThatMoved() {
        GroundTruth object = new GroundTruth(new CornerBox(0.1f, 0.1f, 0.5f, 0.5f), 2, false);
        GroundTruth moved = object.withBox(new CornerBox(0.3f, 0.1f, 0.7f, 0.5f));
        Image other = Noise.picture(40, 30, 9);
        Sample before = new Sample("noise", PICTURE, List.of(object));

        assertThat(ChangeFinder.between(before, new Sample("noise", other, List.of(moved))))
                .isEqualTo(new Rearranged(false));
        assertThat(ChangeFinder.between(before, new Sample("noise", other, List.of(object, moved))))
                .isEqualTo(new Rearranged(true));
        assertThat(ChangeFinder.between(before, new Sample("noise", other, List.of(object))))
                .isInstanceOf(Recoloured.class);
    }

    @Test
    void whatIsNeitherPartNorWholeWasResized() {
        assertThat(of(PICTURE, Noise.picture(20, 15, 2))).isEqualTo(new Resized());
        assertThat(of(PICTURE, Noise.picture(60, 20, 2))).isEqualTo(new Resized());
        assertThat(of(PICTURE, Noise.picture(80, 60, 2))).isEqualTo(new Resized());
    }

    /** Augmenters of the original write JPEG in between. */
    @Test
    void findsACropThatIsNotQuiteTheSame() {
        Image part = Noise.part(PICTURE, 5, 7, 20, 12);
        byte[] noisy = part.bgr().clone();
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] = (byte) Math.min(255, (noisy[i] & 0xff) + i % 5);
        }

        assertThat(of(PICTURE, new Image(20, 12, noisy)))
                .isInstanceOfSatisfying(
                        Cropped.class, crop -> assertThat(crop.inWords()).startsWith("cut to x 5 to 25, y 7 to 19"));
    }
}
