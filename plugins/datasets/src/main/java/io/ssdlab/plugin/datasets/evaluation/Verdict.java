package io.ssdlab.plugin.datasets.evaluation;

/** What a detection counts as. */
enum Verdict {
    TRUE_POSITIVE,
    FALSE_POSITIVE,
    /** It fits best on a difficult object: neither right nor wrong. */
    IGNORED
}
