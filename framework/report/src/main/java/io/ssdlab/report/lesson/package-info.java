/** Figures that teach how single-shot detection works, drawn from what the components of an experiment do. */
package io.ssdlab.report.lesson;
