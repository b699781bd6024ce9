package io.ssdlab.report.lesson;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.Image;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/**
 * A picture on a sheet, and boxes over it in normalised corners of the picture. Boxes may reach beyond the picture into the
 * frame's border, where they end. For one thread.
 */
final class PictureFrame {

    private static final float[] DASHES = {5, 4};
    private static final Color VEIL = new Color(255, 255, 255, 120);
    private static final Color PLATE = new Color(255, 255, 255, 215);
    private static final float HALO = 2.4f;

    private final Graphics2D graphics;
    private final Rectangle2D frame;
    private final Rectangle2D picture;

    private PictureFrame(Graphics2D graphics, Rectangle2D frame, Rectangle2D picture) {
        this.graphics = graphics;
        this.frame = frame;
        this.picture = picture;
    }

    /**
     * A frame that fills a square of a sheet, the picture in its middle.
     *
     * @param width of the picture to height, as it is to be shown
     * @param border around the picture, as a share of the square's side
     */
    static PictureFrame within(Graphics2D graphics, Rectangle2D square, double width, double border) {
        double side = square.getWidth() * (1 - 2 * border);
        double pictureWidth = side * Math.min(1, width);
        double pictureHeight = side * Math.min(1, 1 / width);
        return new PictureFrame(
                graphics,
                square,
                new Rectangle2D.Double(
                        square.getCenterX() - pictureWidth / 2,
                        square.getCenterY() - pictureHeight / 2,
                        pictureWidth,
                        pictureHeight));
    }

    /** Paints the surround and the picture; {@code veiled} fades it, so that lines show. */
    void paint(Image image, boolean veiled) {
        graphics.setColor(Palette.SURROUND);
        graphics.fill(frame);
        // Whole blocks of pixels stay crisp, and small in a PNG.
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        graphics.drawImage(
                Picture.of(image),
                (int) Math.round(picture.getX()),
                (int) Math.round(picture.getY()),
                (int) Math.round(picture.getWidth()),
                (int) Math.round(picture.getHeight()),
                null);
        if (veiled) {
            graphics.setColor(VEIL);
            graphics.fill(picture);
        }
    }

    /** The cells of a source map. */
    void grid(int rows, int columns, Color colour) {
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke(0.7f));
        for (int row = 0; row <= rows; row++) {
            double y = picture.getY() + picture.getHeight() * row / rows;
            graphics.draw(new Line2D.Double(picture.getMinX(), y, picture.getMaxX(), y));
        }
        for (int column = 0; column <= columns; column++) {
            double x = picture.getX() + picture.getWidth() * column / columns;
            graphics.draw(new Line2D.Double(x, picture.getMinY(), x, picture.getMaxY()));
        }
    }

    /** A filled area. */
    void area(CornerBox box, Color colour) {
        graphics.setColor(colour);
        graphics.fill(placed(box));
    }

    /** A ring and what it encloses around the centre of a box. */
    void dot(CornerBox box, Color colour, double radius) {
        Rectangle2D place = placed(box);
        Ellipse2D dot =
                new Ellipse2D.Double(place.getCenterX() - radius, place.getCenterY() - radius, 2 * radius, 2 * radius);
        graphics.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), colour.getAlpha() / 3));
        graphics.fill(dot);
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke(1));
        graphics.draw(dot);
    }

    /** A box of a solid line. */
    void box(CornerBox box, Color colour, float line) {
        draw(box, colour, new BasicStroke(line));
    }

    /** The same with a light edge, so that it shows on dark pictures and over other boxes. */
    void raisedBox(CornerBox box, Color colour, float line) {
        draw(box, PLATE, new BasicStroke(line + HALO));
        draw(box, colour, new BasicStroke(line));
    }

    /** A box of a dashed line. */
    void dashedBox(CornerBox box, Color colour, float line) {
        draw(box, colour, new BasicStroke(line, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, DASHES, 0));
    }

    private void draw(CornerBox box, Color colour, Stroke stroke) {
        graphics.clip(frame);
        graphics.setColor(colour);
        graphics.setStroke(stroke);
        graphics.draw(placed(box));
        graphics.setClip(null);
    }

    /** A word at the upper left corner of a box, on a light plate, within the frame. */
    void label(CornerBox box, String text, Color colour) {
        graphics.setFont(Letters.LABEL.font(Font.BOLD));
        FontMetrics metrics = graphics.getFontMetrics();
        double width = metrics.stringWidth(text) + 6.0;
        double height = metrics.getAscent() + metrics.getDescent();
        Rectangle2D place = placed(box);
        double x = Math.max(frame.getMinX(), Math.min(place.getMinX(), frame.getMaxX() - width));
        double y = Math.max(frame.getMinY(), Math.min(place.getMinY() - height - 1, frame.getMaxY() - height));
        graphics.setColor(PLATE);
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
        graphics.setColor(colour);
        graphics.drawString(text, (float) x + 3, (float) y + metrics.getAscent());
    }

    private Rectangle2D placed(CornerBox box) {
        return new Rectangle2D.Double(
                picture.getX() + box.xMin() * picture.getWidth(),
                picture.getY() + box.yMin() * picture.getHeight(),
                box.width() * picture.getWidth(),
                box.height() * picture.getHeight());
    }
}
