package io.ssdlab.weights;

import io.ssdlab.spi.InvalidInputException;
import java.nio.file.Path;

/** Python's pickles, which PyTorch writes, bare or in a zip archive: to read one is to run what it says. */
final class Pickle {

    private static final int PROTOCOL = 0x80;
    private static final int LEAST_PROTOCOL = 2;
    private static final int HIGHEST_PROTOCOL = 5;

    private Pickle() {}

    static boolean recognises(FileStart start) {
        boolean zip = start.startsWith('P', 'K', 3, 4);
        boolean bare = start.startsWith(PROTOCOL)
                && start.head().limit() > 1
                && start.head().get(1) >= LEAST_PROTOCOL
                && start.head().get(1) <= HIGHEST_PROTOCOL;
        return zip || bare;
    }

    static InvalidInputException refusal(Path file) {
        return new InvalidInputException(
                file.toString(),
                "a pickle or a zip archive, as PyTorch (.pt, .pth), NumPy (.npz) and Keras (.keras) write them: not read,"
                        + " because a pickle can run any program",
                """
                convert PyTorch's in Python, where you trust the file:
                    import torch; from safetensors.torch import save_file
                    save_file(torch.load("%s", map_location="cpu", weights_only=True), "weights.safetensors")
                (if it holds more than the weights, choose the state_dict in it)""".formatted(file.getFileName()));
    }
}
