package io.ssdlab.plugin.backbones;

import io.ssdlab.spi.weights.WeightsConversion;
import io.ssdlab.testkit.WeightsConversionContract;

final class SsdLiteConversionContractTest extends WeightsConversionContract {

    @Override
    protected WeightsConversion conversion() {
        return new SsdLiteConversion();
    }
}
