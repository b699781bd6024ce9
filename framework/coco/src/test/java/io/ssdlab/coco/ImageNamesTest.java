package io.ssdlab.coco;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ImageNamesTest {

    @Test
    void anImageIsNamedByIdThenByFileThenByNumber() {
        ImageNames names = names(image("42", "train/000000000007.jpg"), image("000001", "a.b.png"), image("cat", ""));

        assertThat(names.id("42")).contains("42");
        assertThat(names.id("000000000007")).contains("42");
        assertThat(names.id("7")).contains("42");
        assertThat(names.id("1")).contains("000001");
        assertThat(names.id("a.b")).contains("000001");
        assertThat(names.id("cat")).contains("cat");
        assertThat(names.example()).contains("42");
    }

    @Test
    void theIdComesFirst() {
        ImageNames names = names(image("1", "2.jpg"), image("2", "1.jpg"));

        assertThat(names.id("1")).contains("1");
        assertThat(names.id("2")).contains("2");
    }

    @Test
    void aNameOfSeveralImagesIsNone() {
        ImageNames names = names(image("a", "x/1.jpg"), image("b", "y/1.jpg"), image("0012", ""), image("012", ""));

        assertThat(names.id("1")).isEmpty();
        assertThat(names.id("12")).isEmpty();
        assertThat(names.id("012")).contains("012");
    }

    @Test
    void aPathIsKnownByItsFile() {
        ImageNames names = names(image("9", "000000000009.jpg"), image("a", "a.jpg"));

        assertThat(names.id("/pictures/000000000009.jpg")).contains("9");
        assertThat(names.id("000000000009.jpg")).contains("9");
        assertThat(names.id("b/a.png")).contains("a");
        assertThat(names.id("b/c.png")).isEmpty();
    }

    @Test
    void otherNamesAreUnknown() {
        ImageNames names = names(image("000001", "000001.jpg"), image("0", ""));

        assertThat(names.id("")).isEmpty();
        assertThat(names.id("00001")).isEmpty();
        assertThat(names.id("0")).contains("0");
        assertThat(names().example()).isEmpty();
    }

    private static ImageNames names(CocoImage... images) {
        return new ImageNames(new CocoGroundTruth(List.of(), List.of(images)));
    }

    private static CocoImage image(String id, String fileName) {
        return new CocoImage(id, fileName, 10, 10, List.of());
    }
}
