package io.ssdlab.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ssdlab.spi.InvalidInputException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureFileTest {

    private static final Figure FIGURE = new Figure(
            "a square",
            "left half blue",
            40,
            20,
            new Canvas().rectangle(0, 0, 20, 20, Paint.BETTER, 1).markup(),
            new DataTable(List.of("x"), List.of()));

    @TempDir
    private Path folder;

    @Test
    void aPngHasTwoPixelsForEachOfTheFigures() throws IOException {
        Path file = folder.resolve("a.PNG");

        new FigureFile("--plot", file).write(FIGURE);

        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(80);
        assertThat(image.getHeight()).isEqualTo(40);
        assertThat(image.getRGB(10, 20) & 0xFFFFFF).isEqualTo(0x0072B2);
        assertThat(image.getRGB(70, 20) & 0xFFFFFF).isEqualTo(0xFFFFFF);
    }

    @Test
    void anSvgNeedsNoStyleSheet() throws IOException {
        Path file = folder.resolve("a.svg");

        new FigureFile("--plot", file).write(FIGURE);

        XmlText svg = XmlText.parse(Files.readString(file));
        assertThat(svg.elements("svg").get(0).getNamespaceURI()).isNull();
        assertThat(svg.elements("svg").get(0).getAttribute("xmlns")).isEqualTo("http://www.w3.org/2000/svg");
        assertThat(svg.elements("rect").get(1).getAttribute("fill")).isEqualTo("#0072b2");
    }

    @Test
    void refusesOtherFiles() {
        assertThatThrownBy(() -> new FigureFile("--plot", folder.resolve("a.pdf")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("a.pdf")
                .hasMessageContaining(".svg or .png");
    }
}
