package io.ssdlab.plugin.datasets.voc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.spi.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way in which an annotation file can be malformed is one problem of its line. */
final class MalformedAnnotationTest {

    private static final String BOX = VocFolderOnDisk.box(1, 2, 3, 4);
    private static final String CAT = "<object><name>cat</name>" + BOX + "</object>";

    static Stream<Arguments> malformed() {
        return Stream.of(
                // Not well-formed
                arguments("", 1, "malformed XML: Premature end of file"),
                arguments("\n \n", 3, "malformed XML: "),
                arguments("{\"annotation\": {}}", 1, "malformed XML: "),
                arguments("<annotation>\n<object>", 2, "malformed XML: "),
                arguments("<annotation>\n<object>\n</size></annotation>", 3, "malformed XML: "),
                arguments("<annotation>\n</annotation>\n<annotation/>", 3, "malformed XML: "),
                arguments("<annotation>\n</annotation>\nmore", 3, "malformed XML: "),
                arguments("<annotation>\n<a b='1' b='2'/></annotation>", 2, "malformed XML: "),
                arguments("<annotation>\n<a b=1/></annotation>", 2, "malformed XML: "),
                arguments("<annotation>\n<!-- -- --></annotation>", 2, "malformed XML: "),
                arguments("<annotation>\n<x:a/></annotation>", 2, "malformed XML: "),
                arguments("<annotation>\n&#0;</annotation>", 2, "malformed XML: "),
                arguments("<annotation>\n\u0001</annotation>", 2, "malformed XML: "),
                arguments("<annotation>\n<folder>&nbsp;</folder></annotation>", 2, "nbsp"),
                // Of another kind
                arguments("\n<html><body/></html>", 2, "its root element is <html>"),
                arguments("<annotations>\n" + "<annotation/></annotations>", 1, "its root element is <annotations>"),
                // Entities
                arguments(
                        "<!DOCTYPE annotation [\n<!ENTITY e SYSTEM 'file:///etc/passwd'>]>\n<annotation>&e;</annotation>",
                        2,
                        "a document type is not allowed"),
                arguments(
                        "<!DOCTYPE annotation SYSTEM 'http://127.0.0.1:1/a.dtd'><annotation/>",
                        1,
                        "a document type is not allowed"),
                arguments(billionLaughs(), 1, "a document type is not allowed"),
                // Nesting
                arguments("<annotation>\n" + "<a>".repeat(200_000), 2, "nested more than 100 deep"),
                arguments("<annotation>\n<object><name>" + "<a>".repeat(200), 2, "nested more than 100 deep"),
                // Missing
                arguments(annotation(CAT.replace("<name>cat</name>", "")), 2, "object 1 has no name"),
                arguments(annotation(CAT.replace("cat", " \n ")), 2, "object 1 has no name"),
                arguments(annotation("<object><name>cat</name></object>"), 2, "lacks xmin, ymin, xmax, ymax"),
                arguments(annotation(CAT.replace("<ymax>4</ymax>", "")), 2, "the box of object 1 lacks ymax"),
                arguments(
                        annotation("<object><name>cat</name><part>" + BOX + "</part></object>"),
                        2,
                        "lacks xmin, ymin, xmax, ymax"),
                // Sizes
                arguments(annotation("<size><width>-5</width></size>"), 2, "the size is -5 x 0"),
                arguments(annotation("<size><width>wide</width></size>"), 2, "width of the size is 'wide'"),
                arguments(annotation("<size>\n<height>1e400</height></size>"), 3, "height of the size is '1e400'"));
    }

    private static String annotation(String content) {
        return "<annotation>\n" + content + "</annotation>";
    }

    private static String billionLaughs() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE annotation [<!ENTITY l0 'lol'>");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY l%d '%s'>".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
        }
        return bomb + "]><annotation><object><name>&l29;</name></object></annotation>";
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void isAProblemOfItsLine(String text, int line, String what) throws IOException {
        assertProblem(bytes(text, StandardCharsets.UTF_8), line, what);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ten",
                "",
                "1,5",
                "1 2",
                "--1",
                "NaN",
                "nan",
                "Infinity",
                "-Infinity",
                "1e999",
                "1e10",
                "2147483648",
                "-2147483648.5",
                "0x1p3",
                "12f",
                "12d",
                "\u0661"
            })
    void aCornerThatIsNoNumberOfPixelsIsAProblem(String corner) throws IOException {
        String text = "<annotation>\n<object><name>cat</name>\n" + VocFolderOnDisk.box(1, 2, corner, 4)
                + "</object></annotation>";

        assertProblem(bytes(text, StandardCharsets.UTF_8), 3, "xmax of the box of object 1 is '" + corner + "'");
    }

    @Test
    void everyObjectHasItsProblem() throws IOException {
        String text = "<annotation>\n" + CAT.replace("cat", "") + "\n" + CAT.replace(">3<", ">?<") + "\n" + CAT + "\n"
                + CAT.replace("</name>", "</name><difficult>2</difficult>") + "</annotation>";

        Annotation annotation = parse(bytes(text, StandardCharsets.UTF_8));

        assertThat(annotation.problems())
                .extracting(Problem::where)
                .containsExactly("/a.xml:2", "/a.xml:3", "/a.xml:5");
        assertThat(annotation.objects())
                .extracting(Annotation.NamedObject::number)
                .containsExactly(3);
    }

    @Test
    void binaryContentIsNoText() throws IOException {
        assertProblem(VocFolderOnDisk.jpeg(), 1, "the text is not UTF-8");
        assertProblem(new byte[1000], 1, "malformed XML: ");
        assertProblem(new byte[] {'\n', '<', 'a', '>', '\n', (byte) 0xc3}, 3, "the text is not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16BE", "UTF-16LE"})
    void byteOrderMarksAreUnderstood(String encoding) throws IOException {
        Charset charset = Charset.forName(encoding);
        // Java writes the mark itself for UTF-16 alone.
        String mark = encoding.equals("UTF-16") ? "" : "\ufeff";

        Annotation annotation =
                parse(bytes(mark + "<annotation>" + CAT.replace("cat", "caf\u00e9") + "</annotation>", charset));

        assertThat(annotation.problems()).isEmpty();
        assertThat(annotation.objects())
                .extracting(Annotation.NamedObject::name)
                .containsExactly("caf\u00e9");
    }

    @Test
    void textCutWithinACharacterOfTwoBytesIsAProblem() throws IOException {
        byte[] whole = bytes("\ufeff<annotation>\n" + CAT + "</annotation>", StandardCharsets.UTF_16LE);

        assertProblem(Arrays.copyOf(whole, whole.length - 1), 2, "the text is not UTF-16LE");
        for (int cut : new int[] {1, 2, 41}) {
            assertThat(parse(Arrays.copyOf(whole, whole.length - cut)).problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.where()).matches("/a\\.xml:[12]"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"klingon", "UTF-16", "../utf-8", "cp037"})
    void anEncodingThatTheTextIsNotInIsAProblem(String encoding) throws IOException {
        String text = "<?xml version='1.0' encoding='" + encoding + "'?>\n<annotation>" + CAT + "</annotation>";

        assertThat(parse(bytes(text, StandardCharsets.UTF_8)).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.where()).matches("/a\\.xml:[12]");
                    assertThat(problem.what())
                            .matches("(?s)(malformed XML: |the text is not |the encoding '.*' is unknown).*");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "US-ASCII", "UTF-16BE"})
    void whatCannotBeDecodedIsToldAsAProblemAlone(String encoding) throws IOException {
        String text = "<?xml version='1.0' encoding='" + encoding + "'?>\n<annotation>" + CAT + "</annotation>";
        byte[] content = bytes(text, Charset.forName(encoding));
        byte[] odd = Arrays.copyOf(content, content.length + 1);
        odd[content.length] = (byte) 0xff;
        PrintStream console = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertProblem(odd, 2, "the text is not " + encoding);
        } finally {
            System.setErr(console);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void noSizeIsNeededForTheImageHasOne() throws IOException {
        Annotation annotation = parse(bytes("<annotation>" + CAT + "</annotation>", StandardCharsets.UTF_8));

        assertThat(annotation.problems()).isEmpty();
        assertThat(annotation.statesSize()).isFalse();
    }

    private static void assertProblem(byte[] content, int line, String what) throws IOException {
        assertThat(parse(content).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.what()).contains(what);
            assertThat(problem.where()).isEqualTo("/a.xml:" + line);
            assertThat(problem.remedy()).isNotEmpty();
        });
    }

    private static byte[] bytes(String text, Charset charset) {
        return text.getBytes(charset);
    }

    private static Annotation parse(byte[] content) throws IOException {
        try (FileSystem files = Jimfs.newFileSystem(Configuration.unix())) {
            Path file = Files.write(files.getPath("/a.xml"), content);
            return AnnotationParser.parse(file);
        }
    }
}
