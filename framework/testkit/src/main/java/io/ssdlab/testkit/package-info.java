/**
 * The contract tests of the SPI, one abstract class for each interface, and two that reach further: {@link
 * io.ssdlab.testkit.PluginContract} for a plugin with the settings of all its components, {@link
 * io.ssdlab.testkit.DetectorContract} for a component at work in a whole detector. A plugin's tests extend them, name the
 * component, and inherit the tests:
 *
 * <pre>{@code
 * class MyMatcherTest extends MatcherContract {
 *     @Override
 *     protected Matcher matcher() {
 *         return new MyMatcher(new MyMatcherConfig(0.5));
 *     }
 * }
 * }</pre>
 *
 * <p>Contracts of what computes on an engine ({@link io.ssdlab.testkit.BackboneContract}, {@link
 * io.ssdlab.testkit.DetectionLossContract}, {@link io.ssdlab.testkit.DetectorContract}) carry the JUnit tag {@code engine}
 * and run on DJL's default engine. Run them once with MXNet alone on the class path and once with PyTorch alone: {@code
 * docs/testkit.md} has the part of a {@code pom.xml} that does.
 *
 * <p>The kit sees ssdlab's core, and a plugin's tests see it with it; a plugin itself sees the SPI alone.
 */
package io.ssdlab.testkit;
