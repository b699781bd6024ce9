package io.ssdlab.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ssdlab.core.store.RunDirectory;
import io.ssdlab.core.store.RunRecord;
import io.ssdlab.report.figure.XmlText;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class ReportTest {

    private static final String HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(1)>'&amp;\u202e";

    @TempDir
    private Path root;

    @Test
    void theFirstPageSaysWhatHelpedByHowMuchAndHowSureThatIs() {
        ResultsScene scene = new ResultsScene(root, "cat");
        scene.withTable("quick", "no 38x38 map");

        Report.Written written = scene.report();

        String index = scene.pages().get("index.html");
        assertThat(written.problems()).isEmpty();
        assertThat(XmlText.parse(index).texts("desc"))
                .contains(
                        "default: reference: 50.0; one seed. no 38x38 map: 20.0 points worse (15.0 to 25.0); one seed.");
        assertThat(XmlText.parse(index).texts("p"))
                .contains("no 38x38 map \u221220.0 (\u221225.0 to \u221215.0), one seed")
                .contains(
                        "Of 1 changed row, 0 helped, 1 hurt, and 0 cannot be told from the reference.",
                        "Hurt: \u201cno 38x38 map\u201d (Caption of quick), 20.0 points worse (15.0 to 25.0); one seed.")
                .contains(
                        "\u201cno 38x38 map\u201d hurt: 20.0 points (15.0 to 25.0). One seed tells nothing of others.");
    }

    @Test
    void everyPageIsWellFormedAndEveryLinkLeadsToAPage() {
        ResultsScene scene = new ResultsScene(root, "cat");
        scene.withTable("quick", "no 38x38 map");
        scene.finished("alone", "alone", 1, 40, ResultsScene.ONE_FOUND);

        scene.report();

        Map<String, String> pages = scene.pages();
        assertThat(pages.keySet())
                .anyMatch(page -> page.startsWith("comparisons/"))
                .contains("experiments/quick.html", "experiments/alone-runs.html");
        pages.forEach((name, text) -> {
            Path page = root.resolve("report").resolve(name);
            for (Element link : XmlText.parse(text).elements("a")) {
                String target = link.getAttribute("href");
                if (!target.startsWith("#")) {
                    assertThat(page.resolveSibling(target))
                            .as("%s in %s", target, name)
                            .exists();
                }
            }
        });
    }

    @Test
    void namesFromFilesStayTexts() {
        ResultsScene scene = new ResultsScene(root, HOSTILE);
        scene.withTable("quick", HOSTILE);
        scene.finished(HOSTILE, HOSTILE, 1, 40, ResultsScene.ONE_FOUND);

        scene.report();

        scene.pages().forEach((name, text) -> {
            XmlText page = XmlText.parse(text);
            assertThat(page.elements("script")).as(name).hasSize(1);
            assertThat(page.elements("script").get(0).getTextContent()).doesNotContain("alert");
            assertThat(page.elements("img")).as(name).isEmpty();
            assertThat(page.elements())
                    .as(name)
                    .noneMatch(element -> element.hasAttribute("onerror") || element.hasAttribute("style"));
        });
        String ofRun = scene.pages().entrySet().stream()
                .filter(page -> page.getKey().startsWith("runs/"))
                .findFirst()
                .orElseThrow()
                .getValue();
        assertThat(XmlText.parse(ofRun).texts("text")).anyMatch(text -> text.startsWith("\"><script>"));
    }

    @Test
    void theSecurityPolicyAllowsOurStyleAndScriptAndNothingFromElsewhere() throws Exception {
        ResultsScene scene = new ResultsScene(root, "cat");
        scene.withTable("quick", "other");

        scene.report();

        for (String text : scene.pages().values()) {
            XmlText page = XmlText.parse(text);
            String policy = page.elements("meta").stream()
                    .filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
                    .map(meta -> meta.getAttribute("content"))
                    .findFirst()
                    .orElseThrow();
            assertThat(policy)
                    .contains("default-src 'none'", "img-src 'self'")
                    .contains("style-src '%s'"
                            .formatted(digest(page.texts("style").get(0))))
                    .contains("script-src '%s'"
                            .formatted(digest(page.texts("script").get(0))))
                    .doesNotContain("unsafe", "http");
        }
    }

    private static String digest(String text) throws Exception {
        return "sha256-"
                + Base64.getEncoder()
                        .encodeToString(
                                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aDamagedRunIsNamedWithReasonAndRemedyAndTheRestStands() throws IOException {
        ResultsScene scene = new ResultsScene(root, "cat");
        List<RunRecord> runs = scene.withTable("quick", "other");
        Path damaged = scene.folderOf(runs.get(1));
        Files.writeString(damaged.resolve("detections.json"), "[{\"image_id\": ");

        Report.Written written = scene.report();

        String name = damaged.getFileName().toString();
        assertThat(written.problems()).extracting(Problem::where).contains(name);
        String index = scene.pages().get("index.html");
        assertThat(XmlText.parse(index).texts("li"))
                .anySatisfy(line -> assertThat(line)
                        .contains(name, "detections.json", "is not as it was written", "'ssdlab run FILE'"));
        assertThat(scene.pages().get("runs/" + name + ".html")).contains("detections.json");
        String whole = scene.folderOf(runs.get(0)).getFileName().toString();
        assertThat(XmlText.parse(scene.pages().get("runs/" + whole + ".html")).texts("h2"))
                .contains("Where it errs", "Images");
        assertThat(XmlText.parse(index).texts("desc"))
                .anySatisfy(words -> assertThat(words).contains("20.0 points worse"));
    }

    /** The table of a run that 'ssdlab runs gc' or somebody removed stands, without the run. */
    @Test
    void aTableStandsWhoseReferenceRunIsGone() throws IOException {
        ResultsScene scene = new ResultsScene(root, "cat");
        List<RunRecord> runs = scene.withTable("quick", "other");
        try (Stream<Path> files = Files.walk(scene.folderOf(runs.get(0)))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }

        scene.report();

        assertThat(scene.pages().keySet())
                .contains("experiments/quick.html")
                .noneMatch(page -> page.startsWith("comparisons/"));
        assertThat(scene.pages().get("index.html")).contains("20.0 points worse");
    }

    @Test
    void unreadableFoldersAndTracesAreNamed() throws IOException {
        ResultsScene scene = new ResultsScene(root, "cat");
        List<RunRecord> runs = scene.withTable("quick", "other");
        Files.writeString(scene.folderOf(runs.get(0)).resolve("run.json"), "no json");
        Files.createDirectories(root.resolve("broken"));
        Files.writeString(root.resolve("broken/trace.json"), "[]");
        Files.createDirectories(root.resolve("runs/notes"));

        Report.Written written = scene.report();

        assertThat(written.problems())
                .extracting(Problem::where)
                .contains(scene.folderOf(runs.get(0)).getFileName().toString(), "broken/trace.json", "notes");
        scene.pages().values().forEach(XmlText::parse);
    }

    @Test
    void anUnfinishedRunIsShownWithItsCurvesSoFar() {
        ResultsScene scene = new ResultsScene(root, "cat");
        try (RunDirectory begun = scene.begun("quick", "default", 1)) {
            ResultsScene.trained(begun, 2);
        }

        Report.Written written = scene.report();

        assertThat(written.problems()).extracting(Problem::what).anyMatch(what -> what.startsWith("is unfinished"));
        String page = scene.pages().get("experiments/quick-runs.html");
        assertThat(XmlText.parse(page).texts("h3")).contains("Loss", "Loss term: location");
    }

    @Test
    void pagesOfWhatIsGoneAreRemoved() throws IOException {
        ResultsScene scene = new ResultsScene(root, "cat");
        scene.withTable("quick", "other");
        Path stale = root.resolve("report/runs/gone.html");
        Files.createDirectories(stale.getParent());
        Files.writeString(stale, "old");
        Path notOurs = root.resolve("report/runs/notes.txt");
        Files.writeString(notOurs, "kept");

        scene.report();

        assertThat(stale).doesNotExist();
        assertThat(notOurs).exists();
    }

    @Test
    void anEmptyFolderMakesAReportThatSaysSo() {
        ResultsScene scene = new ResultsScene(root.resolve("nothing"), "cat");

        Report.Written written = scene.report();

        assertThat(written.runs()).isZero();
        assertThat(scene.pages().get("index.html")).contains("ssdlab run FILE");
    }

    @Test
    void twoRunsAreComparedByName() {
        ResultsScene scene = new ResultsScene(root, "cat");
        List<RunRecord> runs = scene.withTable("quick", "other");

        Path page = scene.with(
                report -> report.compare(runs.get(0).shortId(), runs.get(1).shortId()));

        assertThat(page).exists().content().contains("0 images better, 1 worse, 0 alike");
        assertThatThrownBy(() -> scene.with(
                        report -> report.compare("beefbeef", runs.get(0).shortId())))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("beefbeef");
        assertThatThrownBy(() -> scene.with(report ->
                        report.compare(runs.get(0).shortId(), runs.get(0).id())))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is the same run as");
    }
}
