package io.ssdlab.plugin.datasets.voc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class AnnotationParserTest {

    private static final byte[] GOOD = """
            <annotation>
            <size><width>500</width><height>375</height></size>
            <object>
              <name> dog </name><pose>Left</pose><truncated>1</truncated><difficult>1</difficult>
              <bndbox><xmin>48</xmin><ymin>240</ymin><xmax>195</xmax><ymax>371</ymax></bndbox>
            </object>
            <object>
              <name>a<!-- no --><![CDATA[&b]]></name>
              <bndbox><ymax>4</ymax><ymin>2.5</ymin><xmax>3</xmax><xmin>-1.5</xmin></bndbox>
            </object>
            </annotation>
            """.getBytes(StandardCharsets.UTF_8);

    @Test
    void sizeObjectsAndTheirPlacesAreRead() throws IOException {
        Annotation annotation = parse(GOOD);

        assertThat(annotation.problems()).isEmpty();
        assertThat(annotation.width()).isEqualTo(500);
        assertThat(annotation.height()).isEqualTo(375);
        assertThat(annotation.objects())
                .containsExactly(
                        new Annotation.NamedObject("dog", 48, 240, 195, 371, true, 1, 3),
                        new Annotation.NamedObject("a&b", -1, 2, 3, 4, false, 2, 7));
    }

    @Test
    void aFileThatIsNotThereIsAProblem() throws IOException {
        try (FileSystem files = Jimfs.newFileSystem(Configuration.unix())) {
            Annotation annotation = AnnotationParser.parse(files.getPath("/none.xml"));

            assertThat(annotation.problems()).singleElement().asString().contains("/none.xml", "cannot be read");
        }
    }

    @Test
    void textInTheEncodingStatedIsRead() throws IOException {
        String latin1 = "<?xml version='1.0' encoding='ISO-8859-1'?><annotation><object><name>caf\u00e9</name>"
                + VocFolderOnDisk.box(1, 2, 3, 4) + "</object></annotation>";

        assertThat(parse(latin1.getBytes(StandardCharsets.ISO_8859_1)).objects())
                .extracting(Annotation.NamedObject::name)
                .containsExactly("caf\u00e9");
    }

    @Test
    void textInAnotherEncodingThanStatedNamesItsLine() throws IOException {
        byte[] latin1 = "<annotation>\n<folder>caf\u00e9</folder></annotation>".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(parse(latin1).problems()).singleElement().asString().contains("/a.xml:2", "not UTF-8");
    }

    @Property(seed = "5", tries = 300)
    void aDamagedFileIsAProblemOrReadButNeverAnException(
            @ForAll @IntRange(max = 600) int place, @ForAll byte value, @ForAll boolean cut) throws IOException {
        byte[] damaged = GOOD.clone();
        int at = place % GOOD.length;
        damaged[at] = value;

        Annotation annotation = parse(cut ? Arrays.copyOf(GOOD, at) : damaged);

        if (cut && at < GOOD.length - 2) {
            assertThat(annotation.problems()).isNotEmpty();
        }
        assertThat(annotation.problems())
                .allSatisfy(problem -> assertThat(problem.where()).matches("/a\\.xml:[1-9][0-9]*"));
    }

    private static Annotation parse(byte[] content) throws IOException {
        try (FileSystem files = Jimfs.newFileSystem(Configuration.unix())) {
            Path file = Files.write(files.getPath("/a.xml"), content);
            return AnnotationParser.parse(file);
        }
    }
}
