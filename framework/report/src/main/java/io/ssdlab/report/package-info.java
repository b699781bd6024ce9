/**
 * What stored runs have to show: diagnosed, drawn, and put on pages, without a run.
 *
 * <p>Nothing here trains, detects or loads an engine.
 */
package io.ssdlab.report;
