package io.ssdlab.plugin.datasets.shapes;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The image while it is drawn: its pixels, and which object each pixel shows. */
final class Canvas {

    private static final double LEAST_VISIBLE = 0.3;
    private static final double CONTRAST = 70;
    private static final int NOISE_MASK = 15;
    private static final double[] TEXTURE_SAMPLES = {0.25, 0.75};

    private final int size;
    private final BufferedImage image;
    private final int[] pixels;
    /** For each pixel the number of the object on top, from 1; 0 for the background. */
    private final int[] owner;

    private final List<PlacedObject> objects = new ArrayList<>();
    /** For each object number how many pixels it had at first, and how many are left; the background is number 0. */
    private final List<Integer> ownedAtFirst = new ArrayList<>(List.of(0));

    private final int[] owned;

    /** Starts with {@code background} and room for that many objects. */
    Canvas(BufferedImage background, int mostObjects) {
        size = background.getWidth();
        image = background;
        pixels = (int[]) background.getRaster().getDataElements(0, 0, size, size, null);
        owner = new int[size * size];
        owned = new int[mostObjects + 1];
    }

    int size() {
        return size;
    }

    /** Whether each object drawn so far keeps enough of its pixels if this one goes on top. */
    boolean leavesOthersVisible(PlacedObject candidate) {
        int[] left = owned.clone();
        for (int y = 0; y < candidate.height(); y++) {
            for (int x = 0; x < candidate.width(); x++) {
                if (candidate.owns(x, y)) {
                    left[owner[index(candidate, x, y)]]--;
                }
            }
        }
        for (int number = 1; number <= objects.size(); number++) {
            if (left[number] < LEAST_VISIBLE * ownedAtFirst.get(number)) {
                return false;
            }
        }
        return true;
    }

    /** Draws the object on top, in colours that stand out from what is there. */
    void draw(PlacedObject object, RandomGenerator random) {
        double behind = meanLuminance(object);
        int main = Palette.away(behind, CONTRAST, random);
        int accent = Palette.away(Palette.luminance(main), CONTRAST, random);
        objects.add(object);
        int number = objects.size();
        for (int y = 0; y < object.height(); y++) {
            for (int x = 0; x < object.width(); x++) {
                if (object.alpha(x, y) == 0) {
                    continue;
                }
                int index = index(object, x, y);
                int colour = Palette.mix(main, accent, accentShare(object, x, y));
                pixels[index] = Palette.mix(pixels[index], colour, object.alpha(x, y) / 255.0);
                if (object.owns(x, y)) {
                    owned[owner[index]]--;
                    owned[number]++;
                    owner[index] = number;
                }
            }
        }
        ownedAtFirst.add(owned[number]);
    }

    private double meanLuminance(PlacedObject object) {
        double sum = 0;
        for (int y = 0; y < object.height(); y++) {
            for (int x = 0; x < object.width(); x++) {
                sum += Palette.luminance(pixels[index(object, x, y)]);
            }
        }
        return sum / (object.width() * object.height());
    }

    private static double accentShare(PlacedObject object, int x, int y) {
        double share = 0;
        for (double down : TEXTURE_SAMPLES) {
            for (double across : TEXTURE_SAMPLES) {
                share += object.accent(object.left() + x + across, object.top() + y + down);
            }
        }
        return share / (TEXTURE_SAMPLES.length * TEXTURE_SAMPLES.length);
    }

    /** Lights the whole scene and adds the noise of a sensor. */
    void finish(RandomGenerator random) {
        double brightness = random.nextDouble(0.75, 1.2);
        for (int i = 0; i < pixels.length; i++) {
            long bits = random.nextLong();
            int rgb = 0;
            for (int shift = 0; shift <= 16; shift += 8) {
                // -7.5 to 7.5 around the exact value: the cast takes the half off.
                int noise = (int) (bits >>> shift & NOISE_MASK) - NOISE_MASK / 2;
                int value = (int) ((pixels[i] >> shift & 0xff) * brightness) + noise;
                rgb |= Math.max(0, Math.min(255, value)) << shift;
            }
            pixels[i] = rgb;
        }
        image.getRaster().setDataElements(0, 0, size, size, pixels);
    }

    /** The image; complete after {@link #finish}. */
    BufferedImage image() {
        return image;
    }

    /** The objects with the box of what can be seen of them, in the order drawn. */
    List<DrawnObject> visibleObjects() {
        List<DrawnObject> visible = new ArrayList<>();
        for (int number = 1; number <= objects.size(); number++) {
            PlacedObject object = objects.get(number - 1);
            int left = size;
            int top = size;
            int right = 0;
            int bottom = 0;
            for (int y = 0; y < object.height(); y++) {
                for (int x = 0; x < object.width(); x++) {
                    if (owner[index(object, x, y)] == number) {
                        left = Math.min(left, object.left() + x);
                        top = Math.min(top, object.top() + y);
                        right = Math.max(right, object.left() + x);
                        bottom = Math.max(bottom, object.top() + y);
                    }
                }
            }
            double share = owned[number] / (double) ownedAtFirst.get(number);
            visible.add(new DrawnObject(object.shape(), left, top, right, bottom, share));
        }
        return visible;
    }

    private int index(PlacedObject object, int x, int y) {
        return (object.top() + y) * size + object.left() + x;
    }
}
