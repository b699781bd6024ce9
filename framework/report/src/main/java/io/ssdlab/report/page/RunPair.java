package io.ssdlab.report.page;

/**
 * Two runs that are compared.
 *
 * @param firstLabel what the first is called, such as its row
 * @param first the one that the other is held against
 * @param secondLabel what the second is called
 * @param second the other
 */
record RunPair(String firstLabel, StoredRun first, String secondLabel, StoredRun second) {

    /** The file of their page. */
    String file() {
        return Links.comparisonFile(
                first.summary().id().substring(0, 8), second.summary().id().substring(0, 8));
    }
}
