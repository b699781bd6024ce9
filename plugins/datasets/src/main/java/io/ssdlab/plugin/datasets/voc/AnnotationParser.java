package io.ssdlab.plugin.datasets.voc;

import io.ssdlab.spi.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/**
 * Parses one VOC annotation file. Untrusted: no document type, no entity, bounded size. Used once, on one thread.
 *
 * <p>Takes what the original's reader takes (ReadXMLToAnnotatedDatum): the image's size and of each object its name, box
 * and {@code difficult}; corners are integers, decimals in real files are cut off towards zero. The stated file name and
 * path are passed over, because in real data they are wrong.
 */
public final class AnnotationParser {

    private static final int MAX_BYTES = 16 << 20;

    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final List<String> CORNERS = List.of("xmin", "ymin", "xmax", "ymax");

    private final Path file;
    private final List<Annotation.NamedObject> objects = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private int width;
    private int height;
    private int objectsSeen;

    private AnnotationParser(Path file) {
        this.file = file;
    }

    /** Parses {@code file}; never throws for what is in it or for reading it: that is in the result's problems. */
    public static Annotation parse(Path file) {
        AnnotationParser parser = new AnnotationParser(file);
        parser.parse();
        return new Annotation(file, parser.width, parser.height, parser.objects, parser.problems);
    }

    private void parse() {
        byte[] content;
        try (InputStream in = Files.newInputStream(file)) {
            content = in.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            problems.add(new Problem(file.toString(), "the annotation cannot be read (" + e + ")", ""));
            return;
        }
        if (content.length > MAX_BYTES) {
            problems.add(new Problem(file.toString(), "the annotation is larger than 16 MiB", "Is it an annotation?"));
            return;
        }
        try (XmlElements xml = new XmlElements(XmlText.decode(content))) {
            document(xml);
        } catch (XmlText.UndecodableException e) {
            problem(
                    e.line(),
                    e.getMessage(),
                    "Save it as UTF-8 or state its encoding in <?xml version=\"1.0\" encoding=\"...\"?>.");
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            String reason = String.valueOf(e.getMessage()).replaceFirst("(?s)^ParseError at .*?Message: ", "");
            problem(line, "malformed XML: " + reason, "An annotation is an XML file as the VOC devkit has it.");
        }
    }

    private void document(XmlElements xml) throws XMLStreamException {
        if (!xml.toRoot()) {
            problem(xml.line(), "a document type is not allowed here", "Remove the <!DOCTYPE ...>.");
            return;
        }
        if (!xml.name().equals("annotation")) {
            problem(
                    xml.line(),
                    "this is no annotation: its root element is <" + xml.name() + ">",
                    "An annotation's root element is <annotation>.");
            return;
        }
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "size" -> size(xml);
                case "object" -> object(xml);
                default -> xml.skip();
            }
        }
        xml.finish();
    }

    private void size(XmlElements xml) throws XMLStreamException {
        int line = xml.line();
        Map<String, Integer> numbers = integers(xml, List.of("width", "height"), "the size");
        width = numbers.getOrDefault("width", 0);
        height = numbers.getOrDefault("height", 0);
        if (width < 0 || height < 0) {
            problem(
                    line,
                    "the size is %d x %d".formatted(width, height),
                    "Give the image's in pixels, or leave it out.");
        }
    }

    private void object(XmlElements xml) throws XMLStreamException {
        int number = ++objectsSeen;
        int line = xml.line();
        int problemsBefore = problems.size();
        String name = "";
        boolean difficult = false;
        Map<String, Integer> box = Map.of();
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "name" -> name = xml.text();
                case "difficult" -> difficult = flag(xml, number);
                case "bndbox" -> box = integers(xml, CORNERS, "the box of object " + number);
                // A <part> has a name and a box of its own, which are not the object's.
                default -> xml.skip();
            }
        }
        if (name.isEmpty()) {
            problem(line, "object " + number + " has no name", "Give its class in <name>.");
        }
        List<String> missing = new ArrayList<>(CORNERS);
        missing.removeAll(box.keySet());
        if (!missing.isEmpty() && problems.size() == problemsBefore) {
            problem(
                    line,
                    "the box of object " + number + " lacks " + String.join(", ", missing),
                    "Give <bndbox> with xmin, ymin, xmax and ymax in pixels.");
        }
        if (problems.size() == problemsBefore) {
            objects.add(new Annotation.NamedObject(
                    name, box.get("xmin"), box.get("ymin"), box.get("xmax"), box.get("ymax"), difficult, number, line));
        }
    }

    private Map<String, Integer> integers(XmlElements xml, List<String> names, String of) throws XMLStreamException {
        Map<String, Integer> values = new HashMap<>();
        while (xml.nextChild()) {
            String name = xml.name();
            if (!names.contains(name)) {
                xml.skip();
                continue;
            }
            int line = xml.line();
            String text = xml.text();
            OptionalInt value = integer(text);
            if (value.isPresent()) {
                values.put(name, value.getAsInt());
            } else {
                problem(line, "%s of %s is '%s'".formatted(name, of, text), "It should be a number of pixels.");
            }
        }
        return values;
    }

    /** A number that is one of pixels: decimals are cut off, what no int can hold is none. */
    private static OptionalInt integer(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return OptionalInt.empty();
        }
        double value = Double.parseDouble(text);
        return Math.abs(value) <= Integer.MAX_VALUE ? OptionalInt.of((int) value) : OptionalInt.empty();
    }

    private boolean flag(XmlElements xml, int number) throws XMLStreamException {
        int line = xml.line();
        String text = xml.text();
        return switch (text) {
            case "1", "true" -> true;
            case "0", "false", "" -> false;
            default -> {
                problem(line, "difficult of object %d is '%s'".formatted(number, text), "It should be 0 or 1.");
                yield false;
            }
        };
    }

    private void problem(int line, String what, String remedy) {
        problems.add(new Problem(file + ":" + line, what, remedy));
    }
}
