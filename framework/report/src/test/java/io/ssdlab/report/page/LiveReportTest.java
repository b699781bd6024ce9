package io.ssdlab.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.core.store.RunDirectory;
import io.ssdlab.report.figure.XmlText;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveReportTest {

    private static final String REFRESH = "http-equiv=\"refresh\" content=\"4\"";

    @TempDir
    private Path root;

    private ResultsScene scene;
    private LiveReport live;

    @BeforeEach
    void beginsWithoutARun() {
        scene = new ResultsScene(root, "cat");
        live = new LiveReport(scene.folder(), ResultsScene.NOON);
    }

    private String page() {
        return scene.pages().get("live.html");
    }

    @Test
    void writesNothingBeforeThereIsARun() {
        assertThat(live.write(4)).isEmpty();
        live.close(true);

        assertThat(live.page()).doesNotExist();
    }

    @Test
    void showsEveryRunInProgressAndHowFarItIs() {
        try (RunDirectory first = scene.begun("quick", "default", 1);
                RunDirectory second = scene.begun("quick", "other", 1)) {
            ResultsScene.trained(first, 2);

            assertThat(live.write(4))
                    .containsExactlyInAnyOrder(
                            first.folder().getFileName().toString(),
                            second.folder().getFileName().toString());

            assertThat(page()).contains(REFRESH).contains("Step 2 of 3; loss 2.000");
            XmlText text = XmlText.parse(page());
            assertThat(text.texts("h2")).containsExactly("quick: default, seed 1", "quick: other, seed 1");
            assertThat(text.texts("p")).contains("No training step is done yet.");
            assertThat(text.elements("progress").get(0).getAttribute("value")).isEqualTo("2");
            assertThat(text.elements("progress").get(0).getAttribute("max")).isEqualTo("3");
        }
    }

    /** Between two runs of an experiment, there is none for a moment: a page that stopped then would never show the second one. */
    @Test
    void isLoadedAgainBetweenTwoRuns() {
        try (RunDirectory begun = scene.begun("quick", "default", 1)) {
            ResultsScene.trained(begun, 2);
            live.write(4);
        }

        assertThat(live.write(4)).isEmpty();

        assertThat(page()).contains(REFRESH).contains("the next one shows here");
    }

    @Test
    void endsWithWhatBecameOfTheRuns() {
        try (RunDirectory begun = scene.begun("quick", "default", 1)) {
            ResultsScene.trained(begun, 2);
            live.write(4);
        }
        scene.report();

        live.close(true);

        assertThat(page()).doesNotContain("\"refresh\"").contains("No run is in progress any more", "is unfinished");
        assertThat(XmlText.parse(page()).elements("a").stream()
                        .map(link -> link.getAttribute("href"))
                        .filter(target -> target.startsWith("runs/")))
                .singleElement()
                .satisfies(target ->
                        assertThat(root.resolve("report").resolve(target)).exists());
    }

    @Test
    void staysClosedOnceItIsLeft() {
        try (RunDirectory begun = scene.begun("quick", "default", 1)) {
            ResultsScene.trained(begun, 2);
            live.write(4);

            live.close(false);
            live.write(4);
            live.close(true);

            assertThat(page())
                    .doesNotContain("\"refresh\"")
                    .contains("Not followed any more", "As of 2026-05-04 12:00:00 UTC", "ssdlab report --follow");
        }
    }
}
