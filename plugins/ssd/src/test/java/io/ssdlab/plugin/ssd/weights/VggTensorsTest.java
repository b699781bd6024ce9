package io.ssdlab.plugin.ssd.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.spi.weights.HostTensor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** fc6 and fc7 against the paper's rule (section 3, "Base network"), on layers of fewer outputs than VGG16's. */
class VggTensorsTest {

    private static final int CHANNELS = 512;
    private static final int SIDE = 7;

    /** Each weight says of which output, channel, row and column it is. */
    @Test
    void fc6KeepsEveryFourthOutputAndEveryThirdCell() {
        int outputs = 12;
        int inputs = CHANNELS * SIDE * SIDE;
        float[] weights = new float[outputs * inputs];
        for (int output = 0; output < outputs; output++) {
            for (int input = 0; input < inputs; input++) {
                int channel = input / (SIDE * SIDE);
                weights[output * inputs + input] = place(output, channel, input / SIDE % SIDE, input % SIDE);
            }
        }

        HostTensor reduced = VggTensors.reducedFirst(HostTensor.of(weights, outputs, inputs));

        assertThat(reduced.shape()).containsExactly(outputs / 4, CHANNELS, 3, 3);
        int at = 0;
        for (int output = 0; output < outputs; output += 4) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                for (int row = 0; row < SIDE; row += 3) {
                    for (int column = 0; column < SIDE; column += 3) {
                        assertThat(reduced.values()[at++]).isEqualTo(place(output, channel, row, column));
                    }
                }
            }
        }
        assertThat(at).isEqualTo(reduced.values().length);
    }

    private static float place(int output, int channel, int row, int column) {
        return 100_000 * output + 100 * channel + 10 * row + column;
    }

    @Test
    void fc7KeepsEveryFourthOutputOfEveryFourthInput() {
        int outputs = 16;
        int inputs = 8;
        HostTensor weights = counted(outputs, inputs);

        HostTensor reduced = VggTensors.reducedSecond(weights);

        assertThat(reduced.shape()).containsExactly(4, 2, 1, 1);
        // Output 4 * i of input 4 * j.
        assertThat(reduced.values()).containsExactly(0, 4, 32, 36, 64, 68, 96, 100);
    }

    @Test
    void biasesGoWithTheirOutputs() {
        HostTensor reduced = VggTensors.reducedBias(counted(4096));

        assertThat(reduced.shape()).containsExactly(1024);
        assertThat(reduced.values()).startsWith(0, 4, 8, 12).endsWith(4088, 4092);
    }

    @Test
    void refusesLayersOfAnotherNetwork() {
        for (HostTensor weights : new HostTensor[] {counted(8, 100), counted(7, CHANNELS * SIDE * SIDE)}) {
            assertThatThrownBy(() -> VggTensors.reducedFirst(weights)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> VggTensors.reducedSecond(counted(8, 9)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a multiple of 4 outputs, 4096 of VGG16");
        assertThatThrownBy(() -> VggTensors.reducedSecond(counted(8))).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> VggTensors.reducedBias(counted(10))).isInstanceOf(IllegalArgumentException.class);
    }

    /** Two filters of 3 channels and 1 x 2 cells. */
    @Test
    void inputsAreDividedByChannel() {
        HostTensor weights = HostTensor.of(new float[] {2, 4, 8, 16, 50, 100, -2, -4, -8, -16, -50, -100}, 2, 3, 1, 2);

        HostTensor divided = VggTensors.dividedInputs(2, 4, 10).apply(weights);

        assertThat(divided.shape()).containsExactly(2, 3, 1, 2);
        assertThat(divided.values()).containsExactly(1, 2, 2, 4, 5, 10, -1, -2, -2, -4, -5, -10);
        assertThat(weights.values()).as("those given").startsWith(2, 4, 8);
    }

    /** A filter over pixels that were divided sees what the changed one sees of those that were not. */
    @Test
    void torchvisionsFirstLayerSeesTheSamePixels() {
        HostTensor weights = counted(4, 3, 3, 3);
        HostTensor ours = new TorchvisionVgg16Conversion()
                .rules().stream()
                        .filter(rule -> rule.target().equals("conv1_1.weight"))
                        .findFirst()
                        .orElseThrow()
                        .change()
                        .apply(weights);
        double[] deviations = {0.229, 0.224, 0.225};
        for (int at = 0; at < weights.values().length; at++) {
            double pixel = 37;
            double theirs = weights.values()[at] * (pixel / 255 / deviations[at / 9 % 3]);
            assertThat(ours.values()[at] * pixel).isCloseTo(theirs, within(1e-5 * (1 + Math.abs(theirs))));
        }
    }

    @Test
    void refusesAnotherNumberOfInputs() {
        for (HostTensor weights : new HostTensor[] {counted(2, 4, 1, 1), counted(2, 3)}) {
            assertThatThrownBy(() -> VggTensors.dividedInputs(1, 1, 1).apply(weights))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("expected a convolution of 3 channels");
        }
    }

    private static HostTensor counted(int... shape) {
        int size = IntStream.of(shape).reduce(1, (one, other) -> one * other);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = i;
        }
        return HostTensor.of(values, shape);
    }
}
