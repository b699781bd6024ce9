package io.ssdlab.plugin.datasets.shapes;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/** Paints what is behind the objects: a gradient, clouds of noise, blobs that are no class, and lines. */
final class Background {

    private static final int[] CLOUD_CELLS = {5, 13, 37};

    private final int size;
    private final RandomGenerator random;

    Background(int size, RandomGenerator random) {
        this.size = size;
        this.random = random;
    }

    /** A new square image of {@link BufferedImage#TYPE_INT_RGB}. */
    BufferedImage paint() {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        image.getRaster().setDataElements(0, 0, size, size, cloudyGradient());
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        for (int blobs = random.nextInt(3, 8); blobs > 0; blobs--) {
            blob(graphics);
        }
        for (int lines = random.nextInt(4, 12); lines > 0; lines--) {
            line(graphics);
        }
        graphics.dispose();
        return image;
    }

    private int[] cloudyGradient() {
        int[] corners = random.ints(4).map(unused -> Palette.muted(random)).toArray();
        double[] clouds = new double[size * size];
        for (int cells : CLOUD_CELLS) {
            addClouds(clouds, cells, random.nextDouble(4, 22));
        }
        int[] pixels = new int[size * size];
        for (int y = 0; y < size; y++) {
            double down = y / (size - 1.0);
            int left = Palette.mix(corners[0], corners[2], down);
            int right = Palette.mix(corners[1], corners[3], down);
            for (int x = 0; x < size; x++) {
                int gradient = Palette.mix(left, right, x / (size - 1.0));
                pixels[y * size + x] = brighter(gradient, clouds[y * size + x]);
            }
        }
        return pixels;
    }

    /** Adds value noise: random levels on a grid of {@code cells} a side, interpolated between. */
    private void addClouds(double[] clouds, int cells, double amplitude) {
        double[] levels = random.doubles((long) (cells + 1) * (cells + 1), -amplitude, amplitude)
                .toArray();
        for (int y = 0; y < size; y++) {
            double gridY = y * cells / (double) size;
            int row = (int) gridY;
            double down = smooth(gridY - row);
            for (int x = 0; x < size; x++) {
                double gridX = x * cells / (double) size;
                int column = (int) gridX;
                double across = smooth(gridX - column);
                int corner = row * (cells + 1) + column;
                double above = levels[corner] * (1 - across) + levels[corner + 1] * across;
                double below = levels[corner + cells + 1] * (1 - across) + levels[corner + cells + 2] * across;
                clouds[y * size + x] += above * (1 - down) + below * down;
            }
        }
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }

    private static int brighter(int rgb, double by) {
        int result = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            result |= Math.max(0, Math.min(255, (int) ((rgb >> shift & 0xff) + by + 0.5))) << shift;
        }
        return result;
    }

    /** A round, lumpy patch without texture. */
    private void blob(Graphics2D graphics) {
        double centreX = random.nextDouble(size);
        double centreY = random.nextDouble(size);
        double radius = size * random.nextDouble(0.04, 0.16);
        int corners = random.nextInt(5, 9);
        double[] x = new double[corners];
        double[] y = new double[corners];
        for (int i = 0; i < corners; i++) {
            double reach = radius * random.nextDouble(0.45, 1.3);
            double angle = 2 * Math.PI * i / corners;
            x[i] = centreX + reach * StrictMath.cos(angle);
            y[i] = centreY + reach * StrictMath.sin(angle);
        }
        Path2D outline = new Path2D.Double();
        outline.moveTo((x[corners - 1] + x[0]) / 2, (y[corners - 1] + y[0]) / 2);
        for (int i = 0; i < corners; i++) {
            int next = (i + 1) % corners;
            outline.quadTo(x[i], y[i], (x[i] + x[next]) / 2, (y[i] + y[next]) / 2);
        }
        outline.closePath();
        graphics.setComposite(AlphaComposite.SrcOver.derive((float) random.nextDouble(0.4, 0.8)));
        graphics.setColor(new Color(Palette.muted(random)));
        graphics.fill(outline);
    }

    private void line(Graphics2D graphics) {
        graphics.setComposite(AlphaComposite.SrcOver.derive((float) random.nextDouble(0.25, 0.6)));
        graphics.setColor(new Color(Palette.muted(random)));
        graphics.setStroke(new BasicStroke((float) (size * random.nextDouble(0.003, 0.014))));
        graphics.draw(new Line2D.Double(
                random.nextDouble(size), random.nextDouble(size), random.nextDouble(size), random.nextDouble(size)));
    }
}
