package io.ssdlab.core.coverage;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.knowm.xchart.CategoryChart;

/**
 * A coverage report as a picture: recall by size and by aspect ratio, and positives by source map, with a colour for each
 * row.
 */
public record CoveragePicture(CoverageReport report) {

    private static final int WIDTH = 1400;
    private static final int RECALL_HEIGHT = 430;
    private static final int LAYERS_HEIGHT = 470;
    /** Two pixels for each, for letters that stay sharp when a page shrinks or a screen enlarges the picture. */
    private static final int SHARPNESS = 2;

    /** The encoded picture. */
    public byte[] png() {
        CoverageCharts charts = new CoverageCharts(report);
        BufferedImage canvas = new BufferedImage(
                SHARPNESS * WIDTH, SHARPNESS * (RECALL_HEIGHT + LAYERS_HEIGHT), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = canvas.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.scale(SHARPNESS, SHARPNESS);
        int bySide = WIDTH * 11 / 20;
        paint(charts.recall(ObjectGrouping.SIDE), graphics, 0, 0, bySide, RECALL_HEIGHT);
        paint(charts.recall(ObjectGrouping.ASPECT_RATIO), graphics, bySide, 0, WIDTH - bySide, RECALL_HEIGHT);
        paint(charts.positives(), graphics, 0, RECALL_HEIGHT, WIDTH, LAYERS_HEIGHT);
        graphics.dispose();
        return encoded(canvas);
    }

    private static void paint(CategoryChart chart, Graphics2D graphics, int x, int y, int width, int height) {
        AffineTransform before = graphics.getTransform();
        graphics.translate(x, y);
        chart.paint(graphics, width, height);
        graphics.setTransform(before);
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
