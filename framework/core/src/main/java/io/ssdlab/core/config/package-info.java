/**
 * From YAML text to typed, checked records: read with positions, combined in layers, interpolated, bound.
 *
 * <p>The flow: {@link io.ssdlab.core.config.YamlReader} composes a {@link io.ssdlab.core.config.ConfigNode} tree (a
 * Commons Configuration {@code ImmutableNode} tree whose nodes know their {@link io.ssdlab.core.config.Origin}), {@link
 * io.ssdlab.core.config.InheritanceLoader} and {@link io.ssdlab.core.config.LayerCombiner} lay files and overrides on top
 * of each other, {@link io.ssdlab.core.config.RecordBinder} makes a record of the result, with all {@code ${...}}
 * resolved by {@link io.ssdlab.core.config.Interpolation}. Nothing here knows what an experiment is. All files are
 * untrusted: sizes, nesting, aliases and substitutions are bounded and no tag creates an object.
 */
package io.ssdlab.core.config;
