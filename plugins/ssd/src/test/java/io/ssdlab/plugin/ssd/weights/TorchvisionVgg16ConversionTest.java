package io.ssdlab.plugin.ssd.weights;

import io.ssdlab.spi.weights.WeightsConversion;
import io.ssdlab.testkit.WeightsConversionContract;

final class TorchvisionVgg16ConversionTest extends WeightsConversionContract {

    @Override
    protected WeightsConversion conversion() {
        return new TorchvisionVgg16Conversion();
    }
}
