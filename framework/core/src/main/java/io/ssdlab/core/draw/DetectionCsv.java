package io.ssdlab.core.draw;

import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.evaluation.Detection;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Detections as CSV, a row each, with the columns {@value #HEADER}. Boxes are corners in pixels, rounded to hundredths; scores
 * to hundred-thousandths; the frame is empty for pictures. Quoted as RFC 4180 has it, in UTF-8, lines ended by a line feed.
 * For one thread.
 */
final class DetectionCsv implements AutoCloseable {

    /** The names of the columns. */
    static final String HEADER = "image,class,score,x_min,y_min,x_max,y_max,frame";

    private static final Pattern TO_QUOTE = Pattern.compile("[\",\r\n]|^\\s|\\s$");

    private final List<String> classes;
    private final Writer out;

    /**
     * Begins the file.
     *
     * @param classes the names of the labels 1..classes
     * @param out closed by {@link #close}
     */
    DetectionCsv(List<String> classes, OutputStream out) throws IOException {
        this.classes = List.copyOf(classes);
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.out.write(HEADER + "\n");
    }

    void write(String image, OptionalInt frame, List<Detection> detections) throws IOException {
        String number = frame.isPresent() ? Integer.toString(frame.getAsInt()) : "";
        for (Detection detection : detections) {
            PixelBox box = detection.box();
            out.write(String.format(
                    Locale.ROOT,
                    "%s,%s,%.5f,%.2f,%.2f,%.2f,%.2f,%s\n",
                    quoted(image),
                    quoted(classes.get(detection.label() - 1)),
                    detection.score(),
                    box.xMin(),
                    box.yMin(),
                    box.xMax(),
                    box.yMax(),
                    number));
        }
    }

    private static String quoted(String field) {
        return TO_QUOTE.matcher(field).find() ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
