package io.ssdlab.core.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * How fast an engine convolves on a device, measured on one layer of SSD300, conv4_3 of VGG16: 3 x 3, from 512 channels
 * to 512, on a map of 38 x 38, one image.
 *
 * @param milliseconds the least time of one convolution
 * @param gigaMacsPerSecond 10^9 multiply-accumulate operations a second in that time
 * @param busyCores CPU time over wall time of the process while it convolved: how many cores really worked
 */
public record ConvolutionSpeed(double milliseconds, double gigaMacsPerSecond, double busyCores) {

    private static final int CHANNELS = 512;
    private static final int SIDE = 38;
    private static final int KERNEL = 3;
    private static final long MACS = (long) SIDE * SIDE * CHANNELS * CHANNELS * KERNEL * KERNEL;

    private static final int WARM_UPS = 3;
    private static final int LEAST_REPETITIONS = 5;
    private static final Duration LEAST_TIME = Duration.ofMillis(600);

    /** Measures for well under two seconds, on the calling thread. */
    public static ConvolutionSpeed measure(Engine engine, Device device) {
        try (NDManager manager = engine.newBaseManager(device)) {
            NDArray image = manager.randomUniform(-1, 1, new Shape(1, CHANNELS, SIDE, SIDE));
            NDArray weight = manager.randomUniform(-1, 1, new Shape(CHANNELS, CHANNELS, KERNEL, KERNEL));
            NDArray bias = manager.zeros(new Shape(CHANNELS));
            for (int i = 0; i < WARM_UPS; i++) {
                nanosecondsOfOne(image, weight, bias);
            }
            return repeat(image, weight, bias);
        }
    }

    private static ConvolutionSpeed repeat(NDArray image, NDArray weight, NDArray bias) {
        long fastest = Long.MAX_VALUE;
        long cpuStart = processCpuNanoseconds();
        long start = System.nanoTime();
        for (int i = 0; i < LEAST_REPETITIONS || System.nanoTime() - start < LEAST_TIME.toNanos(); i++) {
            fastest = Math.min(fastest, nanosecondsOfOne(image, weight, bias));
        }
        double wall = System.nanoTime() - start;
        double cpu = processCpuNanoseconds() - cpuStart;
        return new ConvolutionSpeed(fastest / 1e6, (double) MACS / fastest, cpu / wall);
    }

    private static long nanosecondsOfOne(NDArray image, NDArray weight, NDArray bias) {
        Shape one = new Shape(1, 1);
        long start = System.nanoTime();
        try (NDList result = Conv2d.conv2d(image, weight, bias, one, one, one)) {
            // Engines compute behind the caller's back: a value read is a value computed.
            result.singletonOrThrow().getFloat(0, 0, 0, 0);
            return System.nanoTime() - start;
        }
    }

    private static long processCpuNanoseconds() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }
}
