package io.ssdlab.core.experiment;

import java.util.Map;

/** A row of an ablation table: one to run, or one that is only cited. */
public sealed interface TableRow permits Row, CitedRow {

    /** As given; empty if not. */
    String label();

    /** What it gives for each factor, in column order; a cited row may leave some out. */
    Map<String, FactorValue> values();

    /** The published numbers by column. */
    Map<String, PublishedNumber> published();
}
