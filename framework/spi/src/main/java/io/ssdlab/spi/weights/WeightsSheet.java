package io.ssdlab.spi.weights;

import io.ssdlab.spi.Maturity;
import io.ssdlab.spi.model.Preprocessing;
import java.util.List;

/**
 * What one has to know of weights to use them.
 *
 * @param title what was trained on what
 * @param source who trained them and where they are to be had
 * @param licence under which
 * @param format of the file: {@code tensorflow-js}, {@code caffe}, {@code safetensors}, {@code keras-h5} or {@code mxnet}
 * @param preprocessing what the converted network takes
 * @param classes of a detector, without the background, in the order of its logits; empty for a backbone alone
 * @param settings of a detector: YAML with the keys {@code model} and {@code detection} of experiment files; empty for a
 *     backbone alone
 */
@Maturity(Maturity.Level.EXPERIMENTAL)
public record WeightsSheet(
        String title,
        String source,
        String licence,
        String format,
        Preprocessing preprocessing,
        List<String> classes,
        String settings) {

    public WeightsSheet {
        classes = List.copyOf(classes);
    }
}
