package io.ssdlab.testkit;

import io.ssdlab.spi.ComponentConfig;
import org.junit.jupiter.api.Test;

/**
 * What every record of settings keeps to, for one that no plugin offers yet; {@link PluginContract} has the same tests for
 * all components of a plugin. Extend it:
 *
 * <pre>{@code
 * class MyMatcherConfigTest extends ComponentConfigContract {
 *     @Override
 *     protected Class<? extends ComponentConfig> settings() {
 *         return MyMatcherConfig.class;
 *     }
 * }
 * }</pre>
 */
public abstract class ComponentConfigContract {

    /** The record under test. */
    protected abstract Class<? extends ComponentConfig> settings();

    /**
     * Settings in YAML, such as {@code split: train}, for keys without default for which the contract's own values (the first
     * constant, a number within the range, {@code some-name}) do not fit together.
     */
    protected String given() {
        return "";
    }

    @Test
    void everySettingSaysWhatItMeans() {
        check().everySettingSaysWhatItMeans();
    }

    @Test
    void defaultsBind() {
        check().defaults();
    }

    @Test
    void defaultsCanBeWrittenDown() {
        check().defaultsCanBeWrittenDown();
    }

    @Test
    void everyKeyCanBeGiven() {
        check().everyKeyCanBeGiven();
    }

    private SettingsCheck check() {
        return new SettingsCheck(settings(), given());
    }
}
