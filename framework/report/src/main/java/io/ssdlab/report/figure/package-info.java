/**
 * Charts as figures: SVG for pages, light or dark as the reader likes, and for papers; each with the table of its numbers.
 */
package io.ssdlab.report.figure;
