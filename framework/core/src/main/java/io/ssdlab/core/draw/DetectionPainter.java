package io.ssdlab.core.draw;

import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.evaluation.Detection;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Draws detections onto their picture: a box in the colour of its class, with class and score at it. Small pictures are
 * enlarged, and lines and letters grow with large ones, so that the labels can be read. Labels are inside the picture, and cover
 * each other only where there is no other place; names that are too long for the picture are cut.
 *
 * <p>Immutable, for any number of threads.
 */
public final class DetectionPainter {

    /** Shorter pictures are enlarged to at least this length of the longer side, in pixels. */
    private static final int READABLE_SIDE = 600;

    private static final int LARGEST_FACTOR = 16;
    private static final double FONT_SHARE = 1 / 45.0;
    private static final double LINE_SHARE = 1 / 250.0;

    /** What lines and letters may take of the shorter side: they must not fill a panorama. */
    private static final double FONT_SHARE_OF_SHORTER = 1 / 8.0;

    private static final double LINE_SHARE_OF_SHORTER = 1 / 40.0;
    private static final double SMALLEST_FONT = 12;
    private static final double THINNEST_LINE = 2;

    /** Around lines, so that they show on a background of their colour. */
    private static final Color SHADE = new Color(0, 0, 0, 96);

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
        BufferedImage canvas = enlarged(buffered(image), factor);
        Graphics2D graphics = canvas.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 1)
                .deriveFont((float) size(canvas, SMALLEST_FONT, FONT_SHARE, FONT_SHARE_OF_SHORTER)));
        List<Detection> best = detections.stream()
                .filter(detection -> detection.score() >= threshold)
                .sorted(Comparator.comparingDouble(Detection::score).reversed())
                .toList();
        double line = size(canvas, THINNEST_LINE, LINE_SHARE, LINE_SHARE_OF_SHORTER);
        // Labels last: no box may cross another one's.
        fromWorst(best).forEach(detection -> drawBox(graphics, detection, factor, line));
        fromWorst(labels(best, factor, canvas, graphics)).forEach(label -> label.draw(graphics));
        graphics.dispose();
        return new Image(canvas.getWidth(), canvas.getHeight(), bytes(canvas));
    }

    private static int factor(Image image) {
        int side = Math.max(image.width(), image.height());
        return Math.max(1, Math.min(LARGEST_FACTOR, (READABLE_SIDE + side - 1) / side));
    }

    private static double size(BufferedImage canvas, double least, double ofLonger, double ofShorter) {
        int longer = Math.max(canvas.getWidth(), canvas.getHeight());
        int shorter = Math.min(canvas.getWidth(), canvas.getHeight());
        return Math.max(least, Math.min(longer * ofLonger, shorter * ofShorter));
    }

    private static <T> List<T> fromWorst(List<T> fromBest) {
        List<T> reversed = new ArrayList<>(fromBest);
        Collections.reverse(reversed);
        return reversed;
    }

    private static void drawBox(Graphics2D graphics, Detection detection, int factor, double line) {
        Rectangle2D box = onCanvas(detection.box(), factor);
        graphics.setColor(SHADE);
        graphics.setStroke(new BasicStroke((float) (1.6 * line)));
        graphics.draw(box);
        graphics.setColor(ClassColours.of(detection.label()));
        graphics.setStroke(new BasicStroke((float) line));
        graphics.draw(box);
    }

    private static Rectangle2D onCanvas(PixelBox box, int factor) {
        return new Rectangle2D.Double(
                factor * box.xMin(), factor * box.yMin(), factor * box.width(), factor * box.height());
    }

    private List<Label> labels(List<Detection> best, int factor, BufferedImage canvas, Graphics2D graphics) {
        FontMetrics metrics = graphics.getFontMetrics();
        int margin = metrics.getDescent();
        int height = metrics.getAscent() + metrics.getDescent();
        LabelPlaces places = new LabelPlaces(canvas.getWidth(), canvas.getHeight());
        List<Label> labels = new ArrayList<>();
        for (Detection detection : best) {
            Optional<String> text = height > canvas.getHeight()
                    ? Optional.empty()
                    : text(detection, metrics, canvas.getWidth() - 2 * margin);
            text.ifPresent(words -> labels.add(new Label(
                    words,
                    places.take(onCanvas(detection.box(), factor), metrics.stringWidth(words) + 2 * margin, height),
                    ClassColours.of(detection.label()))));
        }
        return labels;
    }

    /** Class and score, the class cut where both are too wide; empty if not even the score fits. */
    private Optional<String> text(Detection detection, FontMetrics metrics, int width) {
        String name = classes.get(detection.label() - 1);
        String score = String.format(Locale.ROOT, "%.2f", detection.score());
        String text = name + " " + score;
        for (int end = name.length() - 1; metrics.stringWidth(text) > width && end >= 0; end--) {
            text = end == 0 ? score : name.substring(0, end) + "\u2026 " + score;
        }
        return metrics.stringWidth(text) > width ? Optional.empty() : Optional.of(text);
    }

    private static BufferedImage enlarged(BufferedImage picture, int factor) {
        if (factor == 1) {
            return picture;
        }
        BufferedImage canvas = new BufferedImage(
                factor * picture.getWidth(), factor * picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = canvas.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(picture, 0, 0, canvas.getWidth(), canvas.getHeight(), null);
        graphics.dispose();
        return canvas;
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

    /** Words on a plate. */
    private record Label(String text, Rectangle place, Color colour) {

        void draw(Graphics2D graphics) {
            graphics.setColor(colour);
            graphics.fill(place);
            graphics.setColor(ClassColours.readableOn(colour));
            FontMetrics metrics = graphics.getFontMetrics();
            graphics.drawString(text, place.x + metrics.getDescent(), place.y + metrics.getAscent());
        }
    }
}
