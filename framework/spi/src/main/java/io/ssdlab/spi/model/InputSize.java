package io.ssdlab.spi.model;

import io.ssdlab.spi.Maturity;

/** The size in pixels to which every image is warped before it enters the network. Injected into components. */
@Maturity(Maturity.Level.STABLE)
public record InputSize(int width, int height) {

    public InputSize {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("an input of %d x %d pixels".formatted(width, height));
        }
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
