package io.ssdlab.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.cli.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code ssdlab detect} says of input that is wrong, with no engine at hand. */
class DetectBadInputTest {

    @TempDir
    private Path folder;

    @Test
    void everythingIsToldAtOnce() throws IOException {
        Files.createDirectories(folder.resolve("photos"));
        Files.writeString(folder.resolve("text.jpg"), "no picture");
        Files.writeString(folder.resolve("file"), "");

        CliRun detect = detect(
                "--run",
                "none",
                "--threshold",
                "1.5",
                "--batch",
                "0",
                "--every",
                "-1",
                "--format",
                "png,jpg",
                "--out",
                "file",
                "gone.jpg",
                "photos",
                "*.png",
                "text.jpg");

        assertThat(detect.exitCode()).isEqualTo(2);
        assertThat(detect.err())
                .contains("ssdlab: --threshold: 1.5 is no score\n    expected 0 to 1\n")
                .contains("ssdlab: --batch: 0 pictures are no batch\n    expected 1 or more\n")
                .contains("ssdlab: --every: every -1th frame\n    expected 1 or more\n")
                .contains("ssdlab: --format: png and jpg at once\n")
                .contains("ssdlab: --out: file is a file\n")
                .contains("ssdlab: gone.jpg: there is no such file or folder\n")
                .contains("ssdlab: photos: no JPEG, PNG or BMP picture in this folder\n")
                .contains("ssdlab: *.png: no file matches\n")
                .contains("ssdlab: text.jpg: this is no picture and no video\n")
                .contains("none: no finished run of that name");
    }

    @Test
    void videosThatCannotBeReadAreRefusedWithAWayOut() throws IOException {
        Files.writeString(folder.resolve("clip.mp4"), "\0\0\0\30ftypisom");

        CliRun detect = detect("--run", "none", "clip.mp4");

        assertThat(detect.exitCode()).isEqualTo(2);
        assertThat(detect.err())
                .contains("clip.mp4: of videos, only Motion JPEG in AVI can be read, and this is another\n")
                .contains("ffmpeg -i CLIP -c:v mjpeg");
        assertThat(folder.resolve("detections")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "--format,gif,'expected one of [png, jpg, avi, json, csv]'",
        "--batch,many,is not an int",
        "--every,2.5,is not an int",
        "--threshold,high,is not a float"
    })
    void optionsSayWhatTheyTake(String option, String value, String why) {
        CliRun detect = detect("--run", "none", option, value, "gone.jpg");

        assertThat(detect.exitCode()).isEqualTo(2);
        assertThat(detect.err()).contains(option).contains(value).contains(why);
    }

    private CliRun detect(String... arguments) {
        String[] words = new String[arguments.length + 1];
        words[0] = "detect";
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        return CliRun.in(folder, words);
    }
}
