/**
 * What of an experiment differs from the published recipe that it is held against.
 *
 * <p>{@link io.ssdlab.core.fidelity.SettingsComparison} compares two sets of resolved settings, {@link
 * io.ssdlab.core.fidelity.FidelityNote} is what it found, as {@code ssdlab explain} prints it and every run stores it.
 */
package io.ssdlab.core.fidelity;
