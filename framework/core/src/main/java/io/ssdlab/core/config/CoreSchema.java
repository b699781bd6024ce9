package io.ssdlab.core.config;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Which plain scalars are numbers, booleans and nulls: the YAML 1.2 core schema plus {@code yes/no/on/off} and
 * underscores between digits. Left out are YAML 1.1's dates, sexagesimal numbers ({@code 1:30}), octals ({@code 010}) and
 * merge keys, all of which surprise more than they serve.
 */
final class CoreSchema extends Resolver {

    private static final int LONGEST_NUMBER = 64;
    private static final Pattern BOOLEAN = Pattern.compile(LeafKind.FLAG_WORDS);
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]++(?:_[0-9]++)*+|0x[0-9a-fA-F]++");
    private static final Pattern REAL = Pattern.compile("[-+]?(?:\\.[0-9]++|[0-9]++(?:_[0-9]++)*+(?:\\.[0-9]*+)?)"
            + "(?:[eE][-+]?[0-9]++)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");
    private static final Pattern NOTHING = Pattern.compile("~|null|Null|NULL|");

    @Override
    protected void addImplicitResolvers() {
        // Resolver asks each pattern for find(): these are anchored so that a match is a match of the whole.
        addImplicitResolver(Tag.BOOL, whole(BOOLEAN), "yYnNtTfFoO", LONGEST_NUMBER);
        addImplicitResolver(Tag.INT, whole(WHOLE), "-+0123456789", LONGEST_NUMBER);
        addImplicitResolver(Tag.FLOAT, whole(REAL), "-+0123456789.", LONGEST_NUMBER);
        addImplicitResolver(Tag.NULL, whole(NOTHING), "~nN\0", LONGEST_NUMBER);
    }

    private static Pattern whole(Pattern pattern) {
        return Pattern.compile("^(?:" + pattern.pattern() + ")$");
    }

    /** The tag of a plain scalar. */
    Tag tagOf(String text) {
        return resolve(NodeId.scalar, text, true);
    }

    /** The scalar that a plain text stands for. */
    ConfigNode scalar(Origin origin, String text) {
        return scalar(origin, text, tagOf(text)).orElseGet(() -> ConfigNode.text(origin, text));
    }

    /** The scalar that a text stands for under a tag; empty if the text cannot have that tag or the tag is none of ours. */
    Optional<ConfigNode> scalar(Origin origin, String text, Tag tag) {
        if (tag.equals(Tag.STR)) {
            return Optional.of(ConfigNode.text(origin, text));
        }
        if (tag.equals(Tag.NULL)) {
            return NOTHING.matcher(text).matches()
                    ? Optional.of(ConfigNode.scalar(origin, text, Optional.empty()))
                    : Optional.empty();
        }
        return value(text, tag).map(value -> ConfigNode.scalar(origin, text, Optional.of(value)));
    }

    private static Optional<Object> value(String text, Tag tag) {
        if (text.length() > LONGEST_NUMBER) {
            return Optional.empty();
        }
        if (tag.equals(Tag.BOOL) && BOOLEAN.matcher(text).matches()) {
            String word = text.toLowerCase(Locale.ROOT);
            return Optional.of(word.equals("yes") || word.equals("true") || word.equals("on"));
        }
        if (tag.equals(Tag.INT) && WHOLE.matcher(text).matches()) {
            return Optional.of(whole(text.replace("_", "")));
        }
        if (tag.equals(Tag.FLOAT) && REAL.matcher(text).matches()) {
            return Optional.of(real(text.replace("_", "").toLowerCase(Locale.ROOT)));
        }
        return Optional.empty();
    }

    private static Number whole(String digits) {
        BigInteger value = digits.startsWith("0x") ? new BigInteger(digits.substring(2), 16) : new BigInteger(digits);
        if (value.bitLength() < Long.SIZE) {
            return value.longValueExact();
        }
        return value;
    }

    private static double real(String digits) {
        if (digits.endsWith(".inf")) {
            return digits.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return digits.equals(".nan") ? Double.NaN : Double.parseDouble(digits);
    }
}
