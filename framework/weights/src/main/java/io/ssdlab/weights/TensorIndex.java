package io.ssdlab.weights;

import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tensors of a file while they are found. Checks of each what all formats have in common, above all that its shape fits
 * its bytes and that these lie in the file, and collects the problems.
 */
final class TensorIndex {

    private static final int MOST_PROBLEMS = 100;

    private final String where;
    private final Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private long elements;

    TensorIndex(Path file) {
        this.where = file.toString();
    }

    /**
     * A tensor as the file claims it.
     *
     * @param type what the elements are said to be
     * @param encoding what they are stored as
     * @param start of the first byte in {@code source}; may lie anywhere
     * @param bytes how many there are; any number
     */
    record Claim(
            String name,
            List<Long> shape,
            ElementType type,
            Encoding encoding,
            FileBytes source,
            long start,
            long bytes) {}

    /** Takes a tensor, or reports why not. */
    void add(Claim claim) {
        if (tensors.size() == Limits.TENSORS) {
            problem("more than %d tensors".formatted(Limits.TENSORS), "is it a file of weights?");
            throw new InvalidInputException(problems);
        }
        String tensor = "tensor '" + Shown.of(claim.name()) + "' ";
        if (!checkName(claim.name(), tensor)) {
            return;
        }
        long count = elementCount(claim.shape());
        if (claim.shape().size() > Limits.RANK) {
            problem(tensor + "has %d axes".formatted(claim.shape().size()), "at most %d".formatted(Limits.RANK));
        } else if (count < 0) {
            problem(
                    tensor + "has the shape " + claim.shape(),
                    "lengths of at least 0, and at most %d elements".formatted(Limits.ELEMENTS));
        } else if (count * claim.encoding().type().bytes() != claim.bytes()) {
            problem(
                    tensor
                            + "of shape %s and type %s needs %d bytes, but has %d"
                                    .formatted(
                                            claim.shape(),
                                            claim.encoding().type(),
                                            count * claim.encoding().type().bytes(),
                                            claim.bytes()),
                    "is the file whole?");
        } else if (claim.start() < 0 || claim.start() > claim.source().size() - claim.bytes()) {
            problem(
                    tensor
                            + "takes %d bytes from byte %d on, but there are %d"
                                    .formatted(
                                            claim.bytes(),
                                            claim.start(),
                                            claim.source().size()),
                    "is the file whole?");
        } else if (elements + count > Limits.ELEMENTS) {
            problem("more than %d numbers in all".formatted(Limits.ELEMENTS), "4 GiB of floats are the most");
            throw new InvalidInputException(problems);
        } else {
            elements += count;
            List<Integer> shape = claim.shape().stream().map(Math::toIntExact).toList();
            TensorInfo info = new TensorInfo(claim.name(), shape, claim.type());
            tensors.put(claim.name(), new StoredTensor(info, claim.source(), claim.start(), claim.encoding()));
        }
    }

    private boolean checkName(String name, String tensor) {
        if (name.isBlank() || name.length() > Limits.NAME) {
            problem(tensor + "has a name of %d characters".formatted(name.length()), "1 to %d".formatted(Limits.NAME));
            return false;
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            problem(tensor + "has control characters in its name", "printable ones");
            return false;
        }
        if (tensors.containsKey(name)) {
            problem(tensor + "occurs twice", "each name once");
            return false;
        }
        return true;
    }

    /** The product of the lengths; -1 if one is negative, too large for an array, or the product is too large. */
    static long elementCount(List<Long> shape) {
        long count = 1;
        boolean empty = false;
        for (long length : shape) {
            if (length < 0 || length > Limits.ELEMENTS) {
                return -1;
            }
            empty |= length == 0;
            if (length > 0 && count > Limits.ELEMENTS / length) {
                return -1;
            }
            count *= Math.max(1, length);
        }
        return empty ? 0 : count;
    }

    void problem(String what, String remedy) {
        problems.add(new Problem(where, what, remedy));
        if (problems.size() == MOST_PROBLEMS) {
            problems.add(new Problem(where, "further problems are not listed", "mend these first"));
            throw new InvalidInputException(problems);
        }
    }

    /** Reports a problem after which nothing more can be made of the file, with all those before it. */
    InvalidInputException broken(String what, String remedy) {
        problems.add(new Problem(where, what, remedy));
        return new InvalidInputException(problems);
    }

    /**
     * All tensors.
     *
     * @throws InvalidInputException with all problems, if there is one, or that there is no tensor
     */
    Map<String, StoredTensor> tensors() {
        if (problems.isEmpty() && tensors.isEmpty()) {
            problem("the file holds no tensor", "a file of trained weights");
        }
        throwIfAny();
        return tensors;
    }

    /** @throws InvalidInputException with all problems, if there is one */
    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }
}
