package io.ssdlab.report.page;

import io.ssdlab.core.store.RunName;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where the pages of a report lie, seen from one of them.
 *
 * @param toRoot the way from the page's folder to that of the report, empty or {@code ../}
 */
record Links(String toRoot) {

    /** Seen from the first page. */
    static final Links FROM_INDEX = new Links("");
    /** Seen from all others. */
    static final Links FROM_FOLDER = new Links("../");

    static final String INDEX = "index.html";
    static final String LIVE = "live.html";

    static String experimentFile(String key) {
        return "experiments/" + RunName.pathElement(key) + ".html";
    }

    static String runFile(String folder) {
        return "runs/" + folder + ".html";
    }

    static String comparisonFile(String first, String second) {
        return "comparisons/" + first + "--" + second + ".html";
    }

    static String thumbnailFile(String digest) {
        return "thumbnails/" + digest + ".jpg";
    }

    /** A file of the report as the value of an attribute. */
    String to(String file) {
        try {
            return new URI(null, null, toRoot + file, null).getRawPath();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no path: " + file, e);
        }
    }
}
