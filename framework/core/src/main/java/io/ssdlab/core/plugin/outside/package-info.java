/**
 * Plugins from outside the distribution: where they lie, what each is made of, and loading them so that they neither meet
 * each other nor us but in the SPI.
 */
package io.ssdlab.core.plugin.outside;
