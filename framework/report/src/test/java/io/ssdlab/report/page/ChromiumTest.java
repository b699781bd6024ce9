package io.ssdlab.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.report.figure.Markup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens a report in a browser, where there is one: {@code chromium} on the path. */
class ChromiumTest {

    private static final int SECONDS = 120;

    @TempDir
    private Path root;

    /**
     * What a browser made of a page.
     *
     * @param console what the browser's console was told
     * @param page as it was in the end
     */
    private record Visit(List<String> console, String page) {}

    @Test
    void aReportOpensWithoutAnErrorAndAsksForNothingFromElsewhere() throws Exception {
        Path chromium = Browser.executable();
        ResultsScene scene = new ResultsScene(root.resolve("results"), "cat");
        scene.withTable("quick", "<b>other</b>");
        scene.report();

        for (String folder : List.of("index", "experiments", "runs", "comparisons")) {
            String name = scene.pages().keySet().stream()
                    .filter(page -> page.startsWith(folder))
                    .findFirst()
                    .orElseThrow();
            Visit visit = visit(chromium, root.resolve("results/report").resolve(name));

            assertThat(visit.console()).as(name).isEmpty();
            assertThat(visit.page()).as(name).contains("<button id=\"theme\" type=\"button\">");
        }
    }

    /** The test above can fail: the policy stops a page that asks for more, and the console tells. */
    @Test
    void aPageThatAsksForAnOutsidePictureIsStopped() throws Exception {
        Path chromium = Browser.executable();
        Path page = root.resolve("page.html");
        Markup body = new Markup().empty("img", "src", "http://example.invalid/x.png", "alt", "");
        Files.writeString(page, new PageFrame().page("x", Links.FROM_INDEX, Optional.empty(), body));

        assertThat(visit(chromium, page).console())
                .anyMatch(line -> line.contains("Content Security Policy") && line.contains("example.invalid"));
    }

    private Visit visit(Path chromium, Path page) throws IOException, InterruptedException {
        Path log = Files.createTempFile(root, "console", ".log");
        Path out = Files.createTempFile(root, "page", ".html");
        List<String> command = new ArrayList<>(List.of(
                chromium.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--enable-logging=stderr",
                "--user-data-dir=" + root.resolve("profile"),
                "--window-size=1280,8000",
                "--dump-dom",
                page.toUri().toString()));
        Process browser = new ProcessBuilder(command)
                .redirectError(log.toFile())
                .redirectOutput(out.toFile())
                .start();
        if (!browser.waitFor(SECONDS, TimeUnit.SECONDS)) {
            browser.destroyForcibly();
            throw new AssertionError("the browser did not end in %d s".formatted(SECONDS));
        }
        List<String> console = Files.readAllLines(log, StandardCharsets.UTF_8).stream()
                .filter(line -> line.contains(":CONSOLE"))
                .toList();
        return new Visit(console, Files.readString(out));
    }
}
