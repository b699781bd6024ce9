package io.ssdlab.core.weights;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern of names of tensors: {@code *} stands for any text, dots too, {@code ?} for one letter, {@code [1-3]} for one of
 * some.
 *
 * @param text as written
 */
public record TensorPattern(String text) {

    /** @throws IllegalArgumentException if it is blank or its brackets do not close */
    public TensorPattern {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a pattern of tensors is blank");
        }
        try {
            compiled(text);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "'%s' is no pattern of tensors: write [1-3] or [abc] for one letter of some".formatted(text), e);
        }
    }

    /** Whether the whole name is of this pattern. */
    public boolean matches(String tensor) {
        return compiled(text).matcher(tensor).matches();
    }

    private static Pattern compiled(String glob) {
        StringBuilder pattern = new StringBuilder();
        boolean inBrackets = false;
        for (int i = 0; i < glob.length(); i++) {
            char letter = glob.charAt(i);
            if (inBrackets) {
                inBrackets = letter != ']';
                pattern.append(Character.isLetterOrDigit(letter) || "-]".indexOf(letter) >= 0 ? "" : "\\")
                        .append(letter);
                continue;
            }
            inBrackets = letter == '[';
            switch (letter) {
                case '*' -> pattern.append(".*");
                case '?' -> pattern.append('.');
                case '[' -> pattern.append('[');
                default -> pattern.append(Pattern.quote(Character.toString(letter)));
            }
        }
        return Pattern.compile(pattern.toString());
    }
}
