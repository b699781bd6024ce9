package io.ssdlab.report.figure;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import io.ssdlab.core.store.AtomicFile;
import io.ssdlab.spi.InvalidInputException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A figure as a file of its own, for papers: SVG, or PNG with two pixels for each of the figure's. */
public final class FigureFile {

    private static final String SVG = ".svg";
    private static final String PNG = ".png";
    private static final int SHARPNESS = 2;

    private final Path file;

    /**
     * @param option that names the file, for messages
     * @throws InvalidInputException if the name ends in neither {@code .svg} nor {@code .png}
     */
    public FigureFile(String option, Path file) {
        if (!endsIn(file, SVG) && !endsIn(file, PNG)) {
            throw new InvalidInputException(
                    option,
                    "%s is no name of an SVG or PNG file".formatted(file.getFileName()),
                    "let it end in .svg or .png");
        }
        this.file = file;
    }

    private static boolean endsIn(Path file, String extension) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(extension);
    }

    /** Where it goes. */
    public Path file() {
        return file;
    }

    /** Writes it, replaced as a whole. */
    public void write(Figure figure) {
        if (endsIn(file, SVG)) {
            new AtomicFile(file).write(figure.document());
        } else {
            byte[] png = png(figure);
            new AtomicFile(file).write(out -> out.write(png));
        }
    }

    private static byte[] png(Figure figure) {
        byte[] text = figure.document().getBytes(StandardCharsets.UTF_8);
        SVGDocument document =
                new SVGLoader().load(new ByteArrayInputStream(text), null, LoaderContext.createDefault());
        if (document == null) {
            throw new IllegalStateException("a figure of ours is no SVG: " + figure.title());
        }
        BufferedImage canvas =
                new BufferedImage(SHARPNESS * figure.width(), SHARPNESS * figure.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = canvas.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(SHARPNESS, SHARPNESS);
        document.render(null, graphics);
        graphics.dispose();
        return encoded(canvas);
    }

    private static byte[] encoded(BufferedImage canvas) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(canvas, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
