package io.ssdlab.core.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found when the loss, or the weights, became NaN or infinite: everything that the last step saw.
 *
 * @param iteration of the step, from 1
 * @param learningRate at this step
 * @param loss the total
 * @param terms the loss's parts by name
 * @param suspect what became NaN or infinite first, as far as can be told
 * @param images of the batch, in its order
 * @param activations of a forward pass over the batch: the source maps by name, then {@code offsets} and {@code logits}
 * @param parameters in the network's order, by name: {@code value}, and for a learnt one {@code gradient} and {@code
 *     velocity}
 */
public record Divergence(
        long iteration,
        double learningRate,
        double loss,
        Map<String, Double> terms,
        String suspect,
        List<SeenImage> images,
        Map<String, TensorNorms> activations,
        Map<String, Map<String, TensorNorms>> parameters) {

    public Divergence {
        terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
        images = List.copyOf(images);
        activations = Collections.unmodifiableMap(new LinkedHashMap<>(activations));
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * An image as augmentation left it.
     *
     * @param positives the number of prior boxes matched to an object
     * @param ignored the number of prior boxes left out of the loss
     * @param matches one for each positive
     */
    public record SeenImage(String id, List<SeenObject> objects, int positives, int ignored, List<Match> matches) {

        public SeenImage {
            objects = List.copyOf(objects);
            matches = List.copyOf(matches);
        }
    }

    /**
     * An object.
     *
     * @param box normalised: left, top, right, bottom
     */
    public record SeenObject(int label, boolean difficult, List<Float> box) {

        public SeenObject {
            box = List.copyOf(box);
        }
    }

    /**
     * A prior box that is trained towards an object.
     *
     * @param prior its index
     * @param object the index of the image's object
     * @param label of the object
     */
    public record Match(int prior, int object, int label) {}
}
