package io.ssdlab.plugin.ssd.weights;

import io.ssdlab.spi.weights.WeightsConversion;
import io.ssdlab.testkit.WeightsConversionContract;

final class CaffeSsd300VocConversionTest extends WeightsConversionContract {

    @Override
    protected WeightsConversion conversion() {
        return new CaffeSsd300VocConversion();
    }
}
