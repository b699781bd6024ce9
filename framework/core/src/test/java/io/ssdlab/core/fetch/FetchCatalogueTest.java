package io.ssdlab.core.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.ssdlab.spi.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FetchCatalogueTest {

    private static final String SOUND = """
            datasets:
              - name: toy
                title: Toys
                folder: VOCdevkit/TOY2000
                page: http://toys.example/
                terms: none
                archives:
                  - file: toy.tar
                    bytes: 10
                    sha256: 7d8cd951101b0957ddfd7a530bdc8a94f06121cfc1e511bb5937e973020c7508
                    urls: ["http://toys.example/toy.tar"]
            """;

    @Test
    void theBundledOneHasTheTwoYearsOfVoc() {
        FetchCatalogue bundled = FetchCatalogue.bundled();

        assertThat(bundled.datasets())
                .extracting(FetchableDataset::name, FetchableDataset::folder, FetchableDataset::bytes)
                .containsExactly(
                        tuple("voc2007", "VOCdevkit/VOC2007", 460032000L + 451020800L),
                        tuple("voc2012", "VOCdevkit/VOC2012", 1999639040L));
        assertThat(bundled.datasets())
                .flatExtracting(FetchableDataset::archives)
                .allSatisfy(archive -> {
                    assertThat(archive.urls())
                            .hasSizeGreaterThan(1)
                            .allMatch(url -> url.toString().endsWith("/" + archive.file()));
                    assertThat(archive.urls().get(0).getHost()).isEqualTo("host.robots.ox.ac.uk");
                });
    }

    @Test
    void dataSetsAreFoundByNameEachOnce() {
        FetchCatalogue catalogue = FetchCatalogue.read("test", SOUND);

        assertThat(catalogue.named(List.of("toy", "toy"))).hasSize(1);
        assertThatThrownBy(() -> catalogue.named(List.of("toi", "coco2014")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("toi: no data set of this name can be fetched")
                .hasMessageContaining("did you mean toy? there are: toy")
                .hasMessageContaining("coco2014: no data set");
    }

    @Test
    void whatCannotBeRightIsRefusedWithItsPlace() {
        assertRefused(SOUND.replace("toy.tar\n", "../toy.tar\n"), "file ../toy.tar is no plain file name");
        assertRefused(SOUND.replace("7d8cd", "7D8CD"), "sha256 has not 64");
        assertRefused(SOUND.replace("[\"http:", "[\"file:"), "is no http or https address");
        assertRefused(SOUND.replaceAll("urls: .*", "urls: []"), "urls has no address");
        assertRefused(SOUND.replace("bytes: 10", "bytes: 0"), "archives");
        assertRefused(SOUND.replace("VOCdevkit/TOY2000", "../TOY2000"), "folder ../TOY2000 is no relative path");
        assertRefused(SOUND.replace("name: toy", "name: ../toy"), "name ../toy is not in kebab case");
        assertRefused(SOUND + SOUND.replace("datasets:\n", ""), "datasets has toy twice");
    }

    private static void assertRefused(String yaml, String why) {
        assertThatThrownBy(() -> FetchCatalogue.read("test", yaml))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("test:")
                .hasMessageContaining(why);
    }
}
