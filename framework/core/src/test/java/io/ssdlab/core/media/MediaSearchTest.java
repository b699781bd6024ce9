package io.ssdlab.core.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.core.data.image.ImageEncoder;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import io.ssdlab.spi.data.Image;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class MediaSearchTest {

    private static final byte[] PNG = new ImageEncoder().png(new Image(2, 1, new byte[6]));

    private final Path lab = Jimfs.newFileSystem(
                    Configuration.unix().toBuilder().setWorkingDirectory("/lab").build())
            .getPath("/lab");

    @Test
    void aFileIsTakenAsGivenHoweverItIsCalled() throws IOException {
        put("photos/[1]", "photos/.hidden");

        assertThat(found("photos/[1]", "photos/.hidden")).containsExactly("photos/[1]", "photos/.hidden");
    }

    @Test
    void aFolderGivesItsPicturesByName() throws IOException {
        put("photos/b.JPG", "photos/a.png", "photos/c.bmp", "photos/.d.png", "photos/inner/e.png");
        Files.writeString(lab.resolve("photos/notes.txt"), "no picture");

        assertThat(found("photos")).containsExactly("photos/a.png", "photos/b.JPG", "photos/c.bmp");
        assertThat(found("/lab/photos/")).startsWith("/lab/photos/a.png");
    }

    @Test
    void recursionGoesIntoAllFoldersButTheOneThatIsWritten() throws IOException {
        put("b.png", "a/x/c.png", "a/d.png", ".thumbnails/e.png", "detections/b.png");

        assertThat(new MediaSearch(lab, true, Optional.of(lab.resolve("detections"))).find(List.of(".")))
                .extracting(MediaFile::id)
                .containsExactly("a/d.png", "a/x/c.png", "b.png");
    }

    @Test
    void patternsMatchAsInAShell() throws IOException {
        put("photos/a.png", "photos/b.jpg", "photos/in/c.png", "photos/in/deep/d.png", "photos/.e.png");

        assertThat(found("photos/*.png")).containsExactly("photos/a.png");
        assertThat(found("photos/**/*.png")).containsExactly("photos/a.png", "photos/in/c.png", "photos/in/deep/d.png");
        assertThat(found("**/in/*.png")).containsExactly("photos/in/c.png");
        assertThat(found("p*/{a,b}.???")).containsExactly("photos/a.png", "photos/b.jpg");
        assertThat(found("photos/[b-c]*")).containsExactly("photos/b.jpg");
        assertThat(found("/lab/photos/i?/*")).containsExactly("/lab/photos/in/c.png");
    }

    @Test
    void eachFileCountsOnceUnderTheNameThatCameFirst() throws IOException {
        put("photos/a.png", "photos/b.png");

        assertThat(found("photos/../photos/b.png", "photos", "/lab/photos/a.png", "photos/*.png"))
                .containsExactly("photos/b.png", "photos/a.png");
    }

    @Test
    void tellsAllThatIsWrongAtOnce() throws IOException {
        put("in/deep/a.png", "in/b.tiff");
        write("text.jpg", "no picture");
        write("empty.png", "");
        write("clip.mp4", "\0\0\0\u0018ftypmp42");
        write("h264.avi", "RIFF....AVI LIST....hdrlstrh....vidsH264");
        write("song.bin", "BMW is no bitmap, though it begins like one");

        List<Problem> problems = problems(
                "none.jpg",
                "in",
                "photos/*.png",
                "in/*.png",
                "text.jpg",
                "empty.png",
                "clip.mp4",
                "h264.avi",
                "in/[a",
                "song.bin",
                "");

        assertThat(problems)
                .extracting(Problem::where)
                .containsExactly(
                        "none.jpg",
                        "in",
                        "photos/*.png",
                        "in/*.png",
                        "in/[a",
                        "''",
                        "text.jpg",
                        "empty.png",
                        "clip.mp4",
                        "h264.avi",
                        "song.bin");
        assertThat(problems)
                .extracting(Problem::what)
                .containsExactly(
                        "there is no such file or folder",
                        "no JPEG, PNG or BMP picture in this folder",
                        "there is no folder photos",
                        "no file matches",
                        problems.get(4).what(),
                        "an input without a name",
                        "this is no picture and no video",
                        "the file is empty",
                        "of videos, only Motion JPEG in AVI can be read, and this is another",
                        "of videos, only Motion JPEG in AVI can be read, and this is another",
                        "this is no picture and no video");
        assertThat(problems.get(1).remedy()).contains("--recursive");
        assertThat(problems.get(4).what()).startsWith("this is no pattern: ");
        assertThat(problems.get(8).remedy()).contains("ffmpeg -i CLIP -c:v mjpeg");
    }

    @Property(tries = 100, seed = "1")
    void doubleStarsFindWhatRecursionFinds(
            @ForAll @Size(min = 1, max = 12)
                    Set<@CharRange(from = 'a', to = 'c') @StringLength(min = 1, max = 4) String> names,
            @ForAll @AlphaChars @StringLength(min = 1, max = 3) String folder)
            throws IOException {
        Path root = Jimfs.newFileSystem(Configuration.unix().toBuilder()
                        .setWorkingDirectory("/lab")
                        .build())
                .getPath("/lab");
        // A letter a folder: abc is a/b/c.png.
        for (String name : names) {
            Path file = root.resolve(folder).resolve(String.join("/", name.split("")) + ".png");
            Files.createDirectories(file.getParent());
            Files.write(file, PNG);
        }
        MediaSearch search = new MediaSearch(root, true, Optional.of(root.resolve("out")));

        List<MediaFile> recursive = search.find(List.of(folder));

        assertThat(recursive).hasSameSizeAs(names);
        assertThat(search.find(List.of(folder + "/**/*.png"))).isEqualTo(recursive);
        assertThat(search.find(List.of("*/**.png"))).isEqualTo(recursive);
    }

    private void put(String... files) throws IOException {
        for (String file : files) {
            Files.createDirectories(lab.resolve(file).getParent());
            Files.write(lab.resolve(file), PNG);
        }
    }

    private void write(String file, String content) throws IOException {
        Files.write(lab.resolve(file), content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private List<String> found(String... inputs) {
        return search().find(List.of(inputs)).stream().map(MediaFile::id).toList();
    }

    private List<Problem> problems(String... inputs) {
        return catchThrowableOfType(
                        InvalidInputException.class,
                        () -> search().find(Stream.of(inputs).toList()))
                .problems();
    }

    private MediaSearch search() {
        return new MediaSearch(lab, false, Optional.of(lab.resolve("out")));
    }
}
