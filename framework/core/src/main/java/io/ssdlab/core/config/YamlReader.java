package io.ssdlab.core.config;

import io.ssdlab.spi.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads untrusted YAML into a {@link ConfigNode} tree with positions. SnakeYAML only composes nodes here; nothing is
 * constructed, so no tag can name a class. Size, nesting, aliases and the expanded number of nodes are bounded. Stateless.
 */
public final class YamlReader {

    private static final int LARGEST_FILE_BYTES = 1 << 20;
    private static final int DEEPEST_NESTING = 32;
    private static final int MOST_ALIASES = 50;

    private final CoreSchema schema = new CoreSchema();

    /**
     * Reads a file in UTF-8 that holds one document.
     *
     * @throws InvalidInputException if it is missing, no regular file, too large, not UTF-8 or not such a YAML
     */
    public ConfigNode read(Path file) {
        Problems slips = new Problems();
        ConfigNode tree = read(file, slips);
        slips.throwIfAny();
        return tree;
    }

    /**
     * The same, but keys that are given twice go to {@code slips}, and the first of them counts.
     *
     * @throws InvalidInputException as {@link #read(Path)} for anything else
     */
    ConfigNode read(Path file, Problems slips) {
        String source = file.toString();
        if (Files.isDirectory(file)) {
            throw new InvalidInputException(source, "is a folder", "name a YAML file");
        }
        if (!Files.exists(file)) {
            throw new InvalidInputException(source, "there is no such file", "name an existing YAML file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_FILE_BYTES + 1);
            if (bytes.length > LARGEST_FILE_BYTES) {
                throw new InvalidInputException(source, "has more than 1 MiB", "name a YAML file; these are small");
            }
            return read(
                    source,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString(),
                    slips);
        } catch (CharacterCodingException e) {
            throw (InvalidInputException)
                    new InvalidInputException(source, "is not text in UTF-8", "name a YAML file, saved as UTF-8")
                            .initCause(e);
        } catch (IOException e) {
            throw (InvalidInputException)
                    new InvalidInputException(source, "cannot be read: " + e.getMessage(), "check that you may read it")
                            .initCause(e);
        }
    }

    /**
     * Reads a text that holds one document; positions name {@code source}.
     *
     * @throws InvalidInputException with the syntax error, or with all tags, keys and duplicates that are not allowed
     */
    public ConfigNode read(String source, String text) {
        Problems slips = new Problems();
        ConfigNode tree = read(source, text, slips);
        slips.throwIfAny();
        return tree;
    }

    private ConfigNode read(String source, String text, Problems slips) {
        Node root = compose(source, text.startsWith("\uFEFF") ? text.substring(1) : text);
        if (root == null) {
            return schema.scalar(new Origin(source, 1, 1), "");
        }
        Problems problems = new Problems();
        ConfigNode tree = new NodeTranslator(source, schema, problems, slips).translate(root);
        if (!problems.isEmpty()) {
            problems.addAll(slips.list());
        }
        problems.throwIfAny();
        return tree;
    }

    private Node compose(String source, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST_NESTING);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setCodePointLimit(LARGEST_FILE_BYTES);
        try {
            return new Composer(new ParserImpl(new StreamReader(text), options), schema, options).getSingleNode();
        } catch (MarkedYAMLException e) {
            throw new SyntaxMistake(source, text, e).exception();
        } catch (ReaderException e) {
            throw notYaml(
                    positionOf(source, text, e.getPosition()), "a character that YAML does not allow", "remove it", e);
        } catch (YAMLException e) {
            // Without a place: a bound of the options.
            throw notYaml(
                    Origin.of(source),
                    e.getMessage(),
                    "an experiment nests a few maps deep and needs a few aliases; use extends: to share more",
                    e);
        }
    }

    private static Origin positionOf(String source, String text, int codePoint) {
        int offset = text.offsetByCodePoints(0, Math.min(codePoint, text.codePointCount(0, text.length())));
        String before = text.substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Origin(source, line, offset - before.lastIndexOf('\n'));
    }

    static InvalidInputException notYaml(Origin where, String what, String remedy, YAMLException cause) {
        InvalidInputException exception =
                new InvalidInputException(where.toString(), "not valid YAML: " + what, remedy);
        exception.initCause(cause);
        return exception;
    }
}
