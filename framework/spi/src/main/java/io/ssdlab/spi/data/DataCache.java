package io.ssdlab.spi.data;

import io.ssdlab.spi.Maturity;
import java.nio.file.Path;

/**
 * Where a reader may keep what it makes or converts. Injected into components.
 *
 * @param folder may not exist yet; each reader uses a sub-folder of its own, named after all that its content depends on
 */
@Maturity(Maturity.Level.STABLE)
public record DataCache(Path folder) {}
