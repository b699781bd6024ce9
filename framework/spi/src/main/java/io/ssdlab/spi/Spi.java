package io.ssdlab.spi;

/** Which version of these interfaces this is. */
@Maturity(Maturity.Level.STABLE)
public final class Spi {

    /**
     * {@code MAJOR.MINOR}: plugins that were built for a lower minor version run, those for another major version do not.
     * A plugin's jar says in its manifest, as {@value #MANIFEST_ATTRIBUTE}, for which it was built.
     */
    public static final String VERSION = "1.1";

    /** The attribute of a plugin's manifest. */
    public static final String MANIFEST_ATTRIBUTE = "Ssdlab-Spi-Version";

    private Spi() {}
}
