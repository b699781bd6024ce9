package io.ssdlab.plugin.datasets.voc;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks through the elements of an XML text that nobody vouches for: no document type, no entity, bounded nesting. For one
 * thread.
 */
final class XmlElements implements AutoCloseable {

    /** Real annotations nest five deep. */
    private static final int DEEPEST_NESTING = 100;

    private final XMLStreamReader xml;

    XmlElements(String text) throws XMLStreamException {
        xml = hardened().createXMLStreamReader(new StringReader(text));
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

    /** Goes to the root element; false, and at the document type, if there is one before it. */
    boolean toRoot() throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.DTD) {
                return false;
            }
        }
        return true;
    }

    /** Goes to the next child element of the element that the walk is in, or to that element's end. */
    boolean nextChild() throws XMLStreamException {
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

    /** The name of the element at whose start the walk is. */
    String name() {
        return xml.getLocalName();
    }

    /** Goes from the start of an element to its end. */
    void skip() throws XMLStreamException {
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
    String text() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            switch (xml.getEventType()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(xml.getText());
                case XMLStreamConstants.START_ELEMENT -> skip();
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException(
                            "the entity &" + xml.getLocalName() + "; is not read", xml.getLocation());
                default -> {}
            }
        }
        return text.toString().strip();
    }

    /** Goes through the rest, which may be malformed too. */
    void finish() throws XMLStreamException {
        while (xml.hasNext()) {
            xml.next();
        }
    }

    /** The line of where the walk is, from 1. */
    int line() {
        return xml.getLocation().getLineNumber();
    }

    @Override
    public void close() throws XMLStreamException {
        xml.close();
    }
}
