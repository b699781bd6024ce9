package io.ssdlab.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ssdlab.core.store.RunDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Goes through a report without a mouse, where there is a browser. */
class KeyboardTest {

    /**
     * All that a pointer could use or that tells more when pointed at, in the order of the page. What belongs to a number shows
     * only once that has the focus.
     */
    private static final String MARK_ALL = """
            window.all = [...document.querySelectorAll('a[href], button, summary, .traced, .scroll')]
                .filter(element => element.checkVisibility() || element.matches('.trace a'));
            all.length""";

    private static final String FOCUSED = """
            (() => {
              const element = document.activeElement, style = getComputedStyle(element);
              const box = element.getBoundingClientRect();
              return {
                place: all.indexOf(element), what: element.outerHTML.slice(0, 200),
                outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
                inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
              };
            })()""";

    @TempDir
    private Path root;

    private ResultsScene scene;
    private Browser browser;

    @BeforeEach
    void makeAReport() throws Exception {
        Browser.executable();
        scene = new ResultsScene(root.resolve("results"), "cat");
        scene.withTable("quick", "no 38x38 map");
        scene.finished("alone", "alone", 1, 40, ResultsScene.ONE_FOUND);
        scene.report();
        browser = Browser.start(root.resolve("profile"));
        browser.resize(1000, 700);
    }

    @AfterEach
    void closeTheBrowser() {
        if (browser != null) {
            assertThat(browser.console()).isEmpty();
            browser.close();
        }
    }

    private void open(String folder) throws Exception {
        String name = scene.pages().keySet().stream()
                .filter(page -> page.startsWith(folder))
                .sorted()
                .reduce((first, second) -> second)
                .orElseThrow();
        browser.open(root.resolve("results/report").resolve(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"index", "experiments", "runs", "comparisons"})
    void theTabKeyReachesEverythingInOrderAndShowsWhereItIs(String folder) throws Exception {
        open(folder);
        int all = browser.evaluate(MARK_ALL).asInt();
        assertThat(all).isGreaterThan(4);

        for (int place : IntStream.range(0, all).toArray()) {
            browser.press("Tab");
            JsonNode focused = browser.evaluate(FOCUSED);

            assertThat(focused.get("place").asInt())
                    .as("%d of %d: %s", place, all, focused.get("what"))
                    .isEqualTo(place);
            assertThat(focused.get("outlined").asBoolean())
                    .as("outline of %s", focused.get("what"))
                    .isTrue();
            assertThat(focused.get("inView").asBoolean())
                    .as("in view: %s", focused.get("what"))
                    .isTrue();
        }
    }

    @Test
    void aNumberShowsItsRunsWhenItHasTheFocusAsUnderAPointer() throws Exception {
        open("experiments/quick");
        String shown = "getComputedStyle(document.querySelector('.trace')).display === 'block'";
        assertThat(browser.evaluate(shown).asBoolean()).isFalse();

        JsonNode place = browser.evaluate("""
                (() => { const number = document.querySelector('.traced'); number.scrollIntoView({block: 'center'});
                  const box = number.getBoundingClientRect(); return {x: box.x + 3, y: box.y + 3}; })()""");
        browser.point(place.get("x").asDouble(), place.get("y").asDouble());
        assertThat(browser.evaluate(shown).asBoolean()).as("under the pointer").isTrue();
        browser.point(1, 1);
        assertThat(browser.evaluate(shown).asBoolean()).isFalse();

        tabTo(".traced");
        assertThat(browser.evaluate(shown).asBoolean()).as("with the focus").isTrue();
        browser.press("Tab");
        assertThat(browser.evaluate("document.activeElement.matches('.trace a')")
                        .asBoolean())
                .as("the run it is from is next")
                .isTrue();
        assertThat(browser.evaluate(shown).asBoolean()).isTrue();
        browser.press("Escape");
        assertThat(browser.evaluate(shown).asBoolean()).as("after Escape").isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"runs", "comparisons"})
    void theEnterKeyOpensAnImageWithAllThatIsOnItAndEscapeClosesIt(String folder) throws Exception {
        open(folder);
        String shown = "document.querySelector('.shots .details').checkVisibility()";
        assertThat(browser.evaluate(shown).asBoolean()).isFalse();

        tabTo(".shots .open");
        browser.press("Enter");

        assertThat(browser.evaluate(shown).asBoolean()).isTrue();
        List<String> onBoxes = texts("li:has(.open:target) .photo g title");
        assertThat(texts("li:has(.open:target) .details li"))
                .as("what a pointer over a box tells")
                .isNotEmpty()
                .containsAll(onBoxes);
        browser.press("Tab");
        assertThat(browser.evaluate("document.activeElement.matches('.close')").asBoolean())
                .isTrue();

        browser.press("Escape");
        assertThat(browser.evaluate(shown).asBoolean()).isFalse();
        assertThat(browser.evaluate("document.activeElement.matches('.shots .open')")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void theEnterKeyUnfoldsTheNumbersOfAFigureAndSwitchesTheTheme() throws Exception {
        open("index");
        String theme = "getComputedStyle(document.documentElement).colorScheme";
        String before = browser.evaluate(theme).asText();

        tabTo("#theme");
        browser.press("Enter");
        assertThat(browser.evaluate(theme).asText()).isNotEqualTo(before);

        tabTo("summary");
        browser.press("Enter");
        assertThat(browser.evaluate("document.querySelector('details').open").asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"index", "experiments", "runs", "comparisons"})
    void aNarrowScreenShowsThePageWithoutScrollingSideways(String folder) throws Exception {
        browser.resize(420, 800);
        open(folder);

        assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                .isEqualTo(420);
    }

    /** A page of runs in progress, as a browser loads it again while somebody reads it. */
    @Test
    void aPageThatIsLoadedAgainKeepsPlaceFocusAndTheme() throws Exception {
        LiveReport live = new LiveReport(scene.folder(), ResultsScene.NOON);
        try (RunDirectory begun = scene.begun("quick", "other", 2)) {
            ResultsScene.trained(begun, 2);
            live.write(1);
            browser.open(live.page());
            String state = """
                    JSON.stringify({theme: document.documentElement.dataset.theme, y: scrollY,
                      unfolded: [...document.querySelectorAll('details')].map(details => details.open),
                      focus: [...document.querySelectorAll('summary')].indexOf(document.activeElement)})""";
            tabTo("#theme");
            browser.press("Enter");
            tabTo("summary");
            browser.press("Enter");
            browser.evaluate("scrollTo(0, 200)");
            String before = browser.evaluate(state).asText();
            assertThat(before).contains("\"focus\":0", "true", "\"y\":200");

            browser.awaitReload();

            assertThat(browser.evaluate(state).asText()).isEqualTo(before);
        }
    }

    private List<String> texts(String selector) throws Exception {
        JsonNode texts = browser.evaluate(
                "[...document.querySelectorAll('%s')].map(element => element.textContent)".formatted(selector));
        return IntStream.range(0, texts.size())
                .mapToObj(i -> texts.get(i).asText())
                .toList();
    }

    private void tabTo(String selector) throws Exception {
        int all = browser.evaluate(MARK_ALL).asInt();
        for (int i = 0; i <= all; i++) {
            browser.press("Tab");
            if (browser.evaluate("document.activeElement.matches('%s')".formatted(selector))
                    .asBoolean()) {
                return;
            }
        }
        throw new AssertionError("the Tab key does not reach " + selector);
    }
}
