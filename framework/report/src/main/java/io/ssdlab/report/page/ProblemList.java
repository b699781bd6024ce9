package io.ssdlab.report.page;

import io.ssdlab.report.figure.Markup;
import io.ssdlab.spi.Problem;
import java.util.List;
import java.util.Locale;

/** What is wrong, where, and what to do, as a list. */
final class ProblemList {

    private ProblemList() {}

    static Markup of(String heading, List<Problem> problems) {
        Markup markup = new Markup();
        if (problems.isEmpty()) {
            return markup;
        }
        markup.open("section", "class", "alert").element("p", heading).open("ul");
        for (Problem problem : problems) {
            markup.open("li").element("b", problem.where()).text(" " + problem.what() + ". ");
            markup.element("span", sentence(problem.remedy()), "class", "soft").close("li");
        }
        return markup.close("ul").close("section");
    }

    private static String sentence(String remedy) {
        if (remedy.isBlank()) {
            return "";
        }
        String capital = remedy.substring(0, 1).toUpperCase(Locale.ROOT) + remedy.substring(1);
        return capital.endsWith(".") ? capital : capital + ".";
    }
}
