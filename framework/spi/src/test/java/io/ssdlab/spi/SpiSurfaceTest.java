package io.ssdlab.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the SPI to what was recorded of it: {@code src/test/resources/io/ssdlab/spi/VERSION.txt} for each version of {@link
 * Spi#VERSION}. To change the SPI, raise the version (the major one, if plugins break) and record the new surface beside the
 * former ones: this test writes it to {@code target/spi-surface.txt}.
 */
class SpiSurfaceTest {

    private static final Path RECORDS = Path.of("src/test/resources/io/ssdlab/spi");
    private static final Path WRITTEN = Path.of("target/spi-surface.txt");

    @Test
    void isAsRecordedForItsVersion() throws IOException {
        SpiSurface current = SpiSurface.current();
        Files.writeString(WRITTEN, current.text());

        assertThat(current.lines())
                .as("the surface of SPI %s; see this test's javadoc to change it", Spi.VERSION)
                .containsExactlyElementsOf(SpiSurface.recorded(RECORDS.resolve(Spi.VERSION + ".txt"))
                        .lines());
    }

    @Test
    void breaksNoPluginOfAnEarlierMinorVersion() throws IOException {
        String major = Spi.VERSION.replaceFirst("\\..*", ".");
        try (Stream<Path> records = Files.list(RECORDS)) {
            for (Path record : records.filter(
                            file -> file.getFileName().toString().startsWith(major))
                    .toList()) {
                assertThat(SpiSurface.recorded(record).brokenBy(SpiSurface.current()))
                        .as("what breaks plugins built for SPI %s", record.getFileName())
                        .isEmpty();
            }
        }
    }

    @Test
    void everyTypeSaysHowFarItCanBeReliedOn() {
        assertThat(SpiSurface.types())
                .filteredOn(type -> type.getEnclosingClass() == null)
                .allMatch(type -> type.isAnnotationPresent(Maturity.class), "is annotated with @Maturity");
    }

    @Test
    void tellsABreakFromAnAddition() {
        SpiSurface former = surface("type a.B interface of ", "abstract a.B#go () void", "method a.B#wait () void");

        assertThat(former.brokenBy(former)).isEmpty();
        assertThat(former.brokenBy(with(former, "method a.B#more () int"))).isEmpty();
        assertThat(former.brokenBy(with(former, "type a.C interface of ", "abstract a.C#go () void")))
                .isEmpty();
        assertThat(former.brokenBy(with(former, "abstract a.B#stop () void")))
                .containsExactly("to implement: abstract a.B#stop () void");
        assertThat(former.brokenBy(surface("type a.B interface of ", "abstract a.B#go () void")))
                .containsExactly("gone: method a.B#wait () void");
    }

    private static SpiSurface surface(String... lines) {
        return new SpiSurface(new TreeSet<>(List.of(lines)));
    }

    private static SpiSurface with(SpiSurface former, String... more) {
        TreeSet<String> lines = new TreeSet<>(former.lines());
        lines.addAll(List.of(more));
        return new SpiSurface(lines);
    }
}
