package io.ssdlab.plugin.backbones;

/**
 * A width multiplier on the channels of every layer (MobileNets, arXiv 1704.04861, section 3.3), rounded as the authors'
 * code does it ({@code _make_divisible} of TensorFlow's and torchvision's models): to the nearest multiple of 8, at least 8,
 * and never more than a tenth below the exact number.
 *
 * @param multiplier in (0, 1]; at 1 all channels stay as they are, being multiples of 8
 */
record ChannelWidth(double multiplier) {

    private static final int MULTIPLE = 8;

    /** The channels of a layer that has {@code channels} at width 1. */
    int of(int channels) {
        double exact = channels * multiplier;
        int rounded = Math.max(MULTIPLE, (int) (exact + MULTIPLE / 2) / MULTIPLE * MULTIPLE);
        return rounded < 0.9 * exact ? rounded + MULTIPLE : rounded;
    }
}
