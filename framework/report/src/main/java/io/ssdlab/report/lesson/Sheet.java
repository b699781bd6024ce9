package io.ssdlab.report.lesson;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A light sheet to draw on, in pixels. For one thread. */
final class Sheet {

    /** Enough for photographs, few enough that a page of documentation is not the larger for its pictures. */
    private static final int COLOURS = 128;
    /** Pixels of the picture for each of the sheet's, to each side: letters are sharp on paper and on dense screens. */
    private static final int SHARPNESS = 2;

    private final BufferedImage canvas;
    private final Graphics2D graphics;

    Sheet(int width, int height) {
        this.canvas = new BufferedImage(SHARPNESS * width, SHARPNESS * height, BufferedImage.TYPE_3BYTE_BGR);
        this.graphics = canvas.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.scale(SHARPNESS, SHARPNESS);
        graphics.setColor(Palette.PAPER);
        graphics.fillRect(0, 0, width, height);
    }

    Graphics2D graphics() {
        return graphics;
    }

    /** How wide letters are, before there is a sheet. */
    static FontMetrics metrics(Letters letters) {
        Sheet probe = new Sheet(1, 1);
        FontMetrics metrics = probe.graphics.getFontMetrics(letters.font(Font.PLAIN));
        probe.graphics.dispose();
        return metrics;
    }

    /**
     * Writes lines, one below the other.
     *
     * @param top the upper edge of the first
     * @return the lower edge of the last
     */
    double write(List<String> lines, Letters letters, int style, Color colour, double x, double top) {
        graphics.setFont(letters.font(style));
        graphics.setColor(colour);
        FontMetrics metrics = graphics.getFontMetrics();
        double y = top;
        for (String line : lines) {
            graphics.drawString(line, (float) x, (float) (y + metrics.getAscent()));
            y += metrics.getHeight();
        }
        return y;
    }

    /** The encoded picture; nothing can be drawn any more. */
    byte[] png() {
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(FewColours.of(canvas, COLOURS), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
