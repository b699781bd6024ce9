package @package@;

import io.ssdlab.spi.Contributions;
import io.ssdlab.spi.Plugin;

/** The plugin {@code @name@}. */
public final class @type@Plugin implements Plugin {

    @Override
    public String name() {
        return "@name@";
    }

    @Override
    public void contribute(Contributions contributions) {
        contributions.matcher("@name@", @type@Matcher.class);
    }
}
