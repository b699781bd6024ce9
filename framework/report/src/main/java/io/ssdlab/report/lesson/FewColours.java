package io.ssdlab.report.lesson;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A picture in a palette of its own, a byte a pixel: a fifth of the size in a PNG, and hard to tell from the original. The
 * palette is found by median cut (Heckbert, "Color image quantization for frame buffer display", SIGGRAPH 1982), on colours of
 * {@value #BITS} bits a channel. Deterministic.
 */
final class FewColours {

    private static final int BITS = 5;
    private static final int LOST_BITS = 8 - BITS;
    private static final int CHANNELS = 3;

    /** Colours that occur, each once, with how often and what sums of red, green and blue. */
    private final long[] counts = new long[1 << (CHANNELS * BITS)];

    private final long[][] sums = new long[1 << (CHANNELS * BITS)][];

    private FewColours() {}

    /** @param most colours, 2 to 256 */
    static BufferedImage of(BufferedImage picture, int most) {
        return new FewColours().reduced(picture, most);
    }

    private BufferedImage reduced(BufferedImage picture, int most) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        for (int pixel : pixels) {
            count(pixel);
        }
        List<int[]> groups = groups(most);
        byte[] indices = new byte[counts.length];
        byte[][] palette = new byte[CHANNELS][groups.size()];
        for (int index = 0; index < groups.size(); index++) {
            for (int colour : groups.get(index)) {
                indices[colour] = (byte) index;
            }
            for (int channel = 0; channel < CHANNELS; channel++) {
                palette[channel][index] = (byte) mean(groups.get(index), channel);
            }
        }
        BufferedImage reduced = new BufferedImage(
                width,
                height,
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, groups.size(), palette[0], palette[1], palette[2]));
        byte[] row = new byte[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                row[x] = indices[key(pixels[y * width + x])];
            }
            reduced.getRaster().setDataElements(0, y, width, 1, row);
        }
        return reduced;
    }

    private void count(int pixel) {
        int key = key(pixel);
        if (counts[key] == 0) {
            sums[key] = new long[CHANNELS];
        }
        counts[key]++;
        for (int channel = 0; channel < CHANNELS; channel++) {
            sums[key][channel] += value(pixel, channel);
        }
    }

    private static int key(int pixel) {
        int key = 0;
        for (int channel = 0; channel < CHANNELS; channel++) {
            key = key << BITS | value(pixel, channel) >> LOST_BITS;
        }
        return key;
    }

    /** Of channel 0 (red), 1 (green) or 2 (blue), 0 to 255. */
    private static int value(int pixel, int channel) {
        return pixel >> (8 * (CHANNELS - 1 - channel)) & 0xff;
    }

    private List<int[]> groups(int most) {
        List<int[]> groups = new ArrayList<>();
        groups.add(IntStream.range(0, counts.length)
                .filter(colour -> counts[colour] > 0)
                .toArray());
        while (groups.size() < most) {
            int[] widest = groups.stream()
                    .max(Comparator.comparingDouble(this::weight))
                    .orElseThrow();
            if (widest.length < 2) {
                break;
            }
            groups.remove(widest);
            groups.addAll(halves(widest));
        }
        return groups;
    }

    /** How much a group asks to be parted: its pixels, but few for many, times how far its colours spread. */
    private double weight(int... group) {
        double pixels = 0;
        for (int colour : group) {
            pixels += counts[colour];
        }
        return Math.sqrt(pixels) * spread(group, widestChannel(group));
    }

    private List<int[]> halves(int... group) {
        int channel = widestChannel(group);
        int[] sorted = Arrays.stream(group)
                .boxed()
                .sorted(Comparator.comparingInt((Integer colour) -> level(colour, channel)))
                .mapToInt(Integer::intValue)
                .toArray();
        int middle = sorted.length / 2;
        return List.of(Arrays.copyOf(sorted, middle), Arrays.copyOfRange(sorted, middle, sorted.length));
    }

    private int widestChannel(int... group) {
        int widest = 0;
        for (int channel = 1; channel < CHANNELS; channel++) {
            if (spread(group, channel) > spread(group, widest)) {
                widest = channel;
            }
        }
        return widest;
    }

    private static int spread(int[] group, int channel) {
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        for (int colour : group) {
            least = Math.min(least, level(colour, channel));
            most = Math.max(most, level(colour, channel));
        }
        return most - least;
    }

    private static int level(int colour, int channel) {
        return colour >> (BITS * (CHANNELS - 1 - channel)) & ((1 << BITS) - 1);
    }

    private long mean(int[] group, int channel) {
        long sum = 0;
        long pixels = 0;
        for (int colour : group) {
            sum += sums[colour][channel];
            pixels += counts[colour];
        }
        return (sum + pixels / 2) / pixels;
    }
}
