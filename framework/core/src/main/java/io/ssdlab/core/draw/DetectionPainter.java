package io.ssdlab.core.draw;

import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.evaluation.Detection;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Draws detections onto their picture: a box in the colour of its class, with class and score above it. Small pictures are
 * enlarged, and lines and letters grow with large ones, so that the labels can be read.
 *
 * <p>Immutable, for any number of threads.
 */
public final class DetectionPainter {

    /** Shorter pictures are enlarged to at least this length of the longer side, in pixels. */
    private static final int READABLE_SIDE = 600;

    private static final int LARGEST_FACTOR = 8;
    private static final double FONT_SHARE = 1 / 45.0;
    private static final double LINE_SHARE = 1 / 250.0;
    private static final float SMALLEST_FONT = 12;
    private static final float THINNEST_LINE = 2;

    private final List<String> classes;
    private final float threshold;

    /**
     * Makes a painter.
     *
     * @param classes the names of the labels 1..classes
     * @param threshold the least score, 0 to 1, of a detection that is drawn
     */
    public DetectionPainter(List<String> classes, float threshold) {
        this.classes = List.copyOf(classes);
        this.threshold = threshold;
    }

    /** A new picture with the detections drawn, the best ones on top. The given picture is left as it is. */
    public Image paint(Image image, List<Detection> detections) {
        int factor = factor(image);
        BufferedImage canvas =
                new BufferedImage(factor * image.width(), factor * image.height(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = canvas.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(buffered(image), 0, 0, canvas.getWidth(), canvas.getHeight(), null);
        int side = Math.max(canvas.getWidth(), canvas.getHeight());
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 1)
                .deriveFont(Math.max(SMALLEST_FONT, (float) (side * FONT_SHARE))));
        graphics.setStroke(new BasicStroke(Math.max(THINNEST_LINE, (float) (side * LINE_SHARE))));
        List<Detection> drawn = detections.stream()
                .filter(detection -> detection.score() >= threshold)
                .sorted(Comparator.comparingDouble(Detection::score))
                .toList();
        // Labels last: no box may cross another one's.
        drawn.forEach(detection -> drawBox(graphics, detection, factor));
        drawn.forEach(detection -> drawLabel(graphics, detection, factor, canvas));
        graphics.dispose();
        return new Image(canvas.getWidth(), canvas.getHeight(), bytes(canvas));
    }

    private static int factor(Image image) {
        int side = Math.max(image.width(), image.height());
        return Math.max(1, Math.min(LARGEST_FACTOR, (READABLE_SIDE + side - 1) / side));
    }

    private static void drawBox(Graphics2D graphics, Detection detection, int factor) {
        PixelBox box = detection.box();
        graphics.setColor(ClassColours.of(detection.label()));
        graphics.draw(new Rectangle2D.Double(
                factor * box.xMin(), factor * box.yMin(), factor * box.width(), factor * box.height()));
    }

    private void drawLabel(Graphics2D graphics, Detection detection, int factor, BufferedImage canvas) {
        String text = String.format(Locale.ROOT, "%s %.2f", classes.get(detection.label() - 1), detection.score());
        FontMetrics metrics = graphics.getFontMetrics();
        int margin = metrics.getDescent();
        int width = metrics.stringWidth(text) + 2 * margin;
        int height = metrics.getAscent() + metrics.getDescent();
        int left = within((int) (factor * detection.box().xMin()), canvas.getWidth() - width);
        // Above the box; at the upper edge of the picture, inside it.
        int top = within((int) (factor * detection.box().yMin()) - height, canvas.getHeight() - height);
        Color colour = ClassColours.of(detection.label());
        graphics.setColor(colour);
        graphics.fillRect(left, top, width, height);
        graphics.setColor(ClassColours.readableOn(colour));
        graphics.drawString(text, left + margin, top + metrics.getAscent());
    }

    private static int within(int value, int greatest) {
        return Math.max(0, Math.min(greatest, value));
    }

    private static BufferedImage buffered(Image image) {
        BufferedImage picture = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_3BYTE_BGR);
        byte[] pixels = bytes(picture);
        System.arraycopy(image.bgr(), 0, pixels, 0, pixels.length);
        return picture;
    }

    /** Blue, green, red, row by row: the layout of {@link Image#bgr}. */
    private static byte[] bytes(BufferedImage picture) {
        return ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    }
}
