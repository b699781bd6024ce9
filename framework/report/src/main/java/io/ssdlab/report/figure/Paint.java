package io.ssdlab.report.figure;

import java.util.List;
import java.util.Locale;

/**
 * What figures are painted with: a role, which has one colour on light ground and another on dark. In files of their own, figures
 * have the light one; on pages, a style sheet puts the custom property of that name in its place.
 */
public enum Paint {
    /** Text. */
    INK("#1d1f23", "#e6e8eb"),
    /** Text that is less important, axes. */
    SOFT("#5c6370", "#a2a9b4"),
    /** Lines of a grid. */
    RULE("#dfe2e7", "#343942"),
    /** The ground. */
    PAPER("#ffffff", "#17191c"),
    /** Better than the reference. */
    BETTER("#0072b2", "#62b6ee"),
    /** Worse than the reference. */
    WORSE("#c24f00", "#ff8f4d"),
    /** Not to be told from the reference. */
    UNSURE("#6b727d", "#9aa2ad"),
    /** What was annotated. */
    TRUTH("#007f5c", "#3ccb9f"),
    /** Cells of a heat map that are as they should be, at their fullest; text lies on them. */
    HEAT_RIGHT("#4a98cc", "#2a6c9f"),
    /** Cells of a heat map that are not, at their fullest. */
    HEAT_WRONG("#dd7a2e", "#a0531f"),
    // The series, told apart by the colour-blind too: the hues of Okabe and Ito (2008) without yellow and black, then
    // some of
    // Tol's; on light ground darker than theirs, for thin lines to stand out.
    /** The first series. */
    SERIES1("#0072b2", "#62b6ee"),
    /** The second series. */
    SERIES2("#c24f00", "#ff8f4d"),
    /** The third series. */
    SERIES3("#007f5c", "#3ccb9f"),
    /** The fourth series. */
    SERIES4("#c06c9a", "#e8a5cb"),
    /** The fifth series. */
    SERIES5("#b07a00", "#f2b94a"),
    /** The sixth series. */
    SERIES6("#2b8fc7", "#9ad7fa"),
    /** The seventh series. */
    SERIES7("#332288", "#a79bf5"),
    /** The eighth series. */
    SERIES8("#858529", "#cccc66"),
    /** The ninth series. */
    SERIES9("#882255", "#de7fb1"),
    /** The tenth series. */
    SERIES10("#338f80", "#7ad6c7");

    private static final List<Paint> SERIES =
            List.of(SERIES1, SERIES2, SERIES3, SERIES4, SERIES5, SERIES6, SERIES7, SERIES8, SERIES9, SERIES10);

    /** How many series have a paint of their own. */
    public static final int SERIES_COUNT = SERIES.size();

    private final String light;
    private final String dark;

    Paint(String light, String dark) {
        this.light = light;
        this.dark = dark;
    }

    /** The paint of a series by its place from 0; from the eleventh on they repeat. */
    public static Paint series(int place) {
        return SERIES.get(Math.floorMod(place, SERIES.size()));
    }

    /** The colour on light ground, as {@code #rrggbb}. */
    public String light() {
        return light;
    }

    /** The colour on dark ground, as {@code #rrggbb}. */
    public String dark() {
        return dark;
    }

    /** The name of the custom property, without its dashes. */
    public String property() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The class of what is filled with it. */
    public String fillClass() {
        return "f-" + property();
    }

    /** The class of what is outlined with it. */
    public String strokeClass() {
        return "s-" + property();
    }
}
