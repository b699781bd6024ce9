package io.ssdlab.plugin.datasets.voc;

import io.ssdlab.spi.Problem;
import java.io.ByteArrayInputStream;
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
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Parses one VOC annotation file. Untrusted: no document type, no entity, bounded size. Used once, on one thread.
 *
 * <p>Takes what the original's reader takes (ReadXMLToAnnotatedDatum): the image's size and of each object its name, box
 * and {@code difficult}; corners are integers, decimals in real files are cut off towards zero. The stated file name and
 * path are passed over, because in real data they are wrong.
 */
public final class AnnotationParser {

    private static final int MAX_BYTES = 16 << 20;
    /** Real annotations nest five deep. */
    private static final int DEEPEST_NESTING = 100;

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
        OptionalInt malformed = XmlEncoding.malformedLine(content);
        if (malformed.isPresent()) {
            problem(
                    malformed.getAsInt(),
                    "the text is not UTF-8",
                    "Save it as UTF-8 or state its encoding in <?xml version=\"1.0\" encoding=\"...\"?>.");
            return;
        }
        try {
            XMLStreamReader xml = hardened().createXMLStreamReader(new ByteArrayInputStream(content));
            try {
                document(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            String reason = String.valueOf(e.getMessage()).replaceFirst("(?s)^ParseError at .*?Message: ", "");
            problem(line, "malformed XML: " + reason, "An annotation is an XML file as the VOC devkit has it.");
        }
    }

    private static XMLInputFactory hardened() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are not read");
        });
        return factory;
    }

    private void document(XMLStreamReader xml) throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.DTD) {
                problem(line(xml), "a document type is not allowed here", "Remove the <!DOCTYPE ...>.");
                return;
            }
        }
        if (!xml.getLocalName().equals("annotation")) {
            problem(
                    line(xml),
                    "this is no annotation: its root element is <" + xml.getLocalName() + ">",
                    "An annotation's root element is <annotation>.");
            return;
        }
        while (nextChild(xml)) {
            switch (xml.getLocalName()) {
                case "size" -> size(xml);
                case "object" -> object(xml);
                default -> skip(xml);
            }
        }
        while (xml.hasNext()) {
            xml.next();
        }
    }

    private void size(XMLStreamReader xml) throws XMLStreamException {
        int line = line(xml);
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

    private void object(XMLStreamReader xml) throws XMLStreamException {
        int number = ++objectsSeen;
        int line = line(xml);
        int problemsBefore = problems.size();
        String name = "";
        boolean difficult = false;
        Map<String, Integer> box = Map.of();
        while (nextChild(xml)) {
            switch (xml.getLocalName()) {
                case "name" -> name = text(xml);
                case "difficult" -> difficult = flag(xml, number);
                case "bndbox" -> box = integers(xml, CORNERS, "the box of object " + number);
                // A <part> has a name and a box of its own, which are not the object's.
                default -> skip(xml);
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

    private Map<String, Integer> integers(XMLStreamReader xml, List<String> names, String of)
            throws XMLStreamException {
        Map<String, Integer> values = new HashMap<>();
        while (nextChild(xml)) {
            String name = xml.getLocalName();
            if (!names.contains(name)) {
                skip(xml);
                continue;
            }
            int line = line(xml);
            String text = text(xml);
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

    private boolean flag(XMLStreamReader xml, int number) throws XMLStreamException {
        int line = line(xml);
        String text = text(xml);
        return switch (text) {
            case "1", "true" -> true;
            case "0", "false", "" -> false;
            default -> {
                problem(line, "difficult of object %d is '%s'".formatted(number, text), "It should be 0 or 1.");
                yield false;
            }
        };
    }

    /** Goes to the next child element of the element that the reader is in, or to that element's end. */
    private static boolean nextChild(XMLStreamReader xml) throws XMLStreamException {
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
    }

    /** Goes from the start of an element to its end. */
    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        int open = 1;
        while (open > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
                if (open > DEEPEST_NESTING) {
                    throw new XMLStreamException(
                            "elements are nested more than " + DEEPEST_NESTING + " deep", xml.getLocation());
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            }
        }
    }

    /** The text of an element without that of its children, stripped; goes to the element's end. */
    private static String text(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            switch (xml.getEventType()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(xml.getText());
                case XMLStreamConstants.START_ELEMENT -> skip(xml);
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException(
                            "the entity &" + xml.getLocalName() + "; is not read", xml.getLocation());
                default -> {}
            }
        }
        return text.toString().strip();
    }

    private static int line(XMLStreamReader xml) {
        return xml.getLocation().getLineNumber();
    }

    private void problem(int line, String what, String remedy) {
        problems.add(new Problem(file + ":" + line, what, remedy));
    }
}
