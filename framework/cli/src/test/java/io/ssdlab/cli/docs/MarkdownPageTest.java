package io.ssdlab.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownPageTest {

    @TempDir
    private Path folder;

    private MarkdownPage page(String text) throws IOException {
        return MarkdownPage.read(Files.writeString(folder.resolve("page.md"), text));
    }

    @Test
    void findsLinksAndPicturesButNotThoseInCode() throws IOException {
        MarkdownPage page = page("""
                See [one](a.md) and [two](b.md#c), `[three](no.md)`. <img src="d.png" width="9">
                ```sh
                [four](no.md)
                ```
                ![five](e.png)
                """);

        assertThat(page.targets()).containsExactly("a.md", "b.md#c", "d.png", "e.png");
    }

    @Test
    void namesHeadingsAsACodeHostDoes() throws IOException {
        MarkdownPage page = page("""
                # What is "this", then?
                ## `table.rows[]`
                ## Twice
                ## Twice
                ### BGR or RGB? Which mean?
                ```
                # no heading
                ```
                """);

        assertThat(page.anchors())
                .containsExactlyInAnyOrder(
                        "what-is-this-then", "tablerows", "twice", "twice-1", "bgr-or-rgb-which-mean");
    }

    @Test
    void joinsCommandsThatGoOnAndFindsThoseInProse() throws IOException {
        MarkdownPage page = page("""
                Type `./ssdlab table FILE
                --trace ROW`, not `ssdlab doctor`.
                ```sh
                ./ssdlab run FILE \\
                    --set a=b
                mvn verify
                ```
                """);

        assertThat(page.commands())
                .extracting(command -> command.replaceAll(" +", " "))
                .containsExactly("./ssdlab run FILE --set a=b", "./ssdlab table FILE --trace ROW");
    }
}
