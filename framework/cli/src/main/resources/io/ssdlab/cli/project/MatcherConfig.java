package @package@;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/** Settings of {@link @type@Matcher}. */
public record @type@MatcherConfig(
        @Setting(
                value = "Least IoU at which a prior box is matched to an object in which it is centred.",
                defaultsTo = "0.3",
                min = 0,
                max = 1)
        double threshold)
        implements ComponentConfig {}
