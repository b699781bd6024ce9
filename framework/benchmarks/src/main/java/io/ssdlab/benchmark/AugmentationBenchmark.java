package io.ssdlab.benchmark;

import io.ssdlab.core.data.image.ImageDecoder;
import io.ssdlab.core.data.image.InputEncoder;
import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.Sample;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From a JPEG of 500 x 375 pixels in memory to a training sample of 300 x 300: all of SSD's augmentation and the network's
 * input, beside OpenCV's decoding and resizing alone. With {@code -t 2} on two threads.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
public class AugmentationBenchmark {

    private static final int WIDTH = 500;
    private static final int HEIGHT = 375;
    private static final int QUALITY = 95;
    private static final List<GroundTruth> OBJECTS = List.of(
            new GroundTruth(new CornerBox(0.1f, 0.2f, 0.5f, 0.9f), 1, false),
            new GroundTruth(new CornerBox(0.4f, 0.3f, 0.6f, 0.5f), 2, false),
            new GroundTruth(new CornerBox(0.7f, 0.1f, 0.95f, 0.8f), 3, false));

    /** Whether augmenters encode and decode the picture as JPEG in between, as the original's do. */
    @Param({"no", "yes"})
    public String jpegReencoding;

    private byte[] jpeg;
    private List<Augmenter> augmenters;
    private InputEncoder input;
    private ImageDecoder decoder;

    /** What each thread has for itself. */
    @State(Scope.Thread)
    public static class Slot {

        private final SplittableRandom random = new SplittableRandom(1);
        private float[] pixels = new float[0];

        /** Room for a sample. */
        @Setup(Level.Trial)
        public void make() {
            pixels = new float[3 * 300 * 300];
        }
    }

    /** Makes the picture. */
    @Setup
    public void prepare() {
        PaperExperiment paper = PaperExperiment.load(
                Path.of("../.."),
                "training.augment.colour-distortion.jpeg-reencoding=" + jpegReencoding,
                "training.augment.expansion.jpeg-reencoding=" + jpegReencoding,
                "training.augment.batch-sampler.jpeg-reencoding=" + jpegReencoding);
        augmenters = paper.components().augmenters();
        input = paper.experiment().model().inputEncoder();
        decoder = new ImageDecoder();
        jpeg = new SmoothPicture(WIDTH, HEIGHT).jpeg(QUALITY, new SplittableRandom(1));
    }

    /** The whole of it. */
    @Benchmark
    public float[] sample(Slot slot) {
        Sample sample = new Sample("picture", decoder.decode("picture", jpeg), OBJECTS);
        for (Augmenter augmenter : augmenters) {
            sample = augmenter.augment(sample, slot.random);
        }
        input.write(sample.image(), slot.pixels, 0);
        return slot.pixels;
    }

    /** OpenCV alone, and into a Java array. */
    @Benchmark
    public byte[] decodeAndResize() {
        MatOfByte encoded = new MatOfByte(jpeg);
        Mat decoded = Imgcodecs.imdecode(encoded, Imgcodecs.IMREAD_COLOR);
        Mat resized = new Mat();
        Imgproc.resize(decoded, resized, new Size(300, 300), 0, 0, Imgproc.INTER_LINEAR);
        byte[] pixels = new byte[3 * 300 * 300];
        resized.get(0, 0, pixels);
        encoded.release();
        decoded.release();
        resized.release();
        return pixels;
    }
}
