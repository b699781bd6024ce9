import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes ground truth and detections of the size of COCO's val2017, always the same: 5,000 images, 80 classes, 36,000
 * objects, and as many detections an image as one asks for, with unrounded numbers. Half of the detections lie near an object
 * of their class.
 *
 * <p>{@code java EvaluationData.java FOLDER DETECTIONS} writes {@code truth.json} and {@code detections.json}.
 */
final class EvaluationData {

    private static final int IMAGES = 5_000;
    private static final int CLASSES = 80;
    private static final int OBJECTS = 36_000;

    private final SplittableRandom random = new SplittableRandom(1);
    private final double[][] boxes = new double[OBJECTS][];
    private final int[] labels = new int[OBJECTS];

    private final int detectionsAnImage;

    private EvaluationData(int detectionsAnImage) {
        this.detectionsAnImage = detectionsAnImage;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        EvaluationData data = new EvaluationData(Integer.parseInt(arguments[1]));
        data.writeTruth(folder.resolve("truth.json"));
        data.writeDetections(folder.resolve("detections.json"));
    }

    private void writeTruth(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("{\"images\":[");
            for (int image = 0; image < IMAGES; image++) {
                out.write(separator(image) + "{\"id\":" + id(image) + ",\"width\":640,\"height\":480}");
            }
            out.write("],\"categories\":[");
            for (int label = 0; label < CLASSES; label++) {
                out.write(separator(label) + "{\"id\":" + (label + 1) + ",\"name\":\"class " + (label + 1) + "\"}");
            }
            out.write("],\"annotations\":[");
            for (int object = 0; object < OBJECTS; object++) {
                boxes[object] = box();
                labels[object] = label();
                out.write(separator(object)
                        + String.format(
                                Locale.ROOT,
                                "{\"id\":%d,\"image_id\":%d,\"category_id\":%d,\"bbox\":%s,\"area\":%s,\"iscrowd\":%d}",
                                object + 1,
                                id(image(object)),
                                labels[object],
                                text(boxes[object]),
                                boxes[object][2] * boxes[object][3] * 0.6,
                                random.nextInt(80) == 0 ? 1 : 0));
            }
            out.write("]}\n");
        }
    }

    private void writeDetections(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("[");
            for (int i = 0; i < IMAGES * detectionsAnImage; i++) {
                int image = i / detectionsAnImage;
                double[] box = box();
                int label = label();
                double score = random.nextDouble() * 0.5;
                if (random.nextBoolean()) {
                    // The objects of an image lie IMAGES apart.
                    int object = image + IMAGES * random.nextInt(OBJECTS / IMAGES);
                    label = labels[object];
                    score += random.nextDouble() * 0.5;
                    for (int k = 0; k < 4; k++) {
                        box[k] = boxes[object][k] + (random.nextDouble() - 0.5) * 0.2 * boxes[object][2 + k % 2];
                    }
                }
                out.write(separator(i) + "{\"image_id\":" + id(image) + ",\"category_id\":" + label + ",\"bbox\":"
                        + text(box) + ",\"score\":" + score + "}");
            }
            out.write("]\n");
        }
    }

    private static String separator(int index) {
        return index == 0 ? "" : ",\n";
    }

    private static int image(int object) {
        return object % IMAGES;
    }

    /** Ids that are neither dense nor in the order of the file, as COCO's. */
    private static int id(int image) {
        return (int) (image * 7919L % 581_929) + 9;
    }

    /** Few classes have most of the objects. */
    private int label() {
        double draw = random.nextDouble();
        return 1 + (int) (draw * draw * CLASSES);
    }

    private double[] box() {
        double width = 4 + 300 * Math.pow(random.nextDouble(), 2);
        double height = 4 + 300 * Math.pow(random.nextDouble(), 2);
        return new double[] {random.nextDouble() * (640 - width), random.nextDouble() * (480 - height), width, height};
    }

    private static String text(double[] box) {
        return "[" + box[0] + "," + box[1] + "," + box[2] + "," + box[3] + "]";
    }
}
