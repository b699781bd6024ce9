package io.ssdlab.core.weights;

import io.ssdlab.spi.weights.HostTensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Which logits of a detector answer for which classes of another: how a detector of COCO's classes becomes one of VOC's
 * without training (paper section 3.1, "from the COCO model").
 *
 * @param given the number of classes that the weights know, without the background
 * @param sources for the background and each wanted class in turn, the place of its logit among those given, the
 *     background's being 0; -1 for a class that the weights do not know
 */
public record ClassRows(int given, List<Integer> sources) {

    private static final int UNKNOWN = -1;

    public ClassRows {
        sources = List.copyOf(sources);
    }

    /**
     * Finds classes by name.
     *
     * @param wanted in the order of the labels 1..classes
     * @param given those of the weights, in the order of their logits
     * @param names what a wanted class is called in the weights, where that differs
     */
    public static ClassRows of(List<String> wanted, List<String> given, Map<String, String> names) {
        List<Integer> sources = new ArrayList<>(List.of(0));
        wanted.forEach(name -> {
            int at = given.indexOf(names.getOrDefault(name, name));
            sources.add(at < 0 ? UNKNOWN : at + 1);
        });
        return new ClassRows(given.size(), sources);
    }

    /** The wanted classes that the weights do not know. */
    public List<String> unknown(List<String> wanted) {
        List<String> unknown = new ArrayList<>();
        for (int label = 1; label < sources.size(); label++) {
            if (sources.get(label) == UNKNOWN) {
                unknown.add(wanted.get(label - 1));
            }
        }
        return Collections.unmodifiableList(unknown);
    }

    /** Whether every class has its own place already. */
    public boolean isSame() {
        for (int label = 0; label < sources.size(); label++) {
            if (sources.get(label) != label) {
                return false;
            }
        }
        return sources.size() == 1 + given;
    }

    /**
     * The rows of a tensor of logits, {@code [boxes * logits, ...]}, for the wanted classes.
     *
     * @param weights of the classes given
     * @param drawn of the wanted classes, whose rows stay where the weights know nothing
     * @throws IllegalArgumentException if the weights do not have a row for each box and class, or rows of another length
     */
    public HostTensor pick(HostTensor weights, HostTensor drawn) {
        int rows = weights.shape().isEmpty() ? 0 : weights.shape().get(0);
        int boxes = drawn.shape().get(0) / sources.size();
        if (rows != boxes * (1 + given)) {
            throw new IllegalArgumentException(
                    "%d rows for %d boxes a cell of %d classes and the background".formatted(rows, boxes, given));
        }
        int width = weights.values().length / rows;
        int drawnWidth = drawn.values().length / drawn.shape().get(0);
        if (width != drawnWidth) {
            throw new IllegalArgumentException("%d values a row where the network has %d".formatted(width, drawnWidth));
        }
        float[] picked = drawn.values().clone();
        for (int box = 0; box < boxes; box++) {
            for (int label = 0; label < sources.size(); label++) {
                int source = sources.get(label);
                if (source != UNKNOWN) {
                    System.arraycopy(
                            weights.values(),
                            (box * (1 + given) + source) * width,
                            picked,
                            (box * sources.size() + label) * width,
                            width);
                }
            }
        }
        return HostTensor.of(
                picked, drawn.shape().stream().mapToInt(Integer::intValue).toArray());
    }
}
