package io.ssdlab.core.store;

/**
 * All that a metric's numbers of a run depend on beside the run.
 *
 * @param name as experiment files name it
 * @param settings as JSON, in one canonical form
 * @param plugin that offers it
 * @param version of the plugin
 * @param resampling how the test images are resampled
 */
public record MetricIdentity(String name, String settings, String plugin, String version, String resampling) {

    private static final int DIGITS = 8;

    /** The first eight hexadecimal digits of the SHA-256 over all parts. */
    public String shortId() {
        return new Sha256()
                .add(name)
                .add(settings)
                .add(plugin)
                .add(version)
                .add(resampling)
                .hex()
                .substring(0, DIGITS);
    }
}
