package io.ssdlab.report.figure;

/** The style rules by which figures on a page follow its colours. */
public final class PaintStyles {

    private PaintStyles() {}

    /** The custom properties on light ground, declarations without a selector. */
    public static String light() {
        StringBuilder css = new StringBuilder();
        for (Paint paint : Paint.values()) {
            css.append("--%s: %s; ".formatted(paint.property(), paint.light()));
        }
        return css.toString().strip();
    }

    /** The same on dark ground. */
    public static String dark() {
        StringBuilder css = new StringBuilder();
        for (Paint paint : Paint.values()) {
            css.append("--%s: %s; ".formatted(paint.property(), paint.dark()));
        }
        return css.toString().strip();
    }

    /** The classes that figures use; they count more than the attributes that figures have for want of a style sheet. */
    public static String classes() {
        StringBuilder css = new StringBuilder();
        for (Paint paint : Paint.values()) {
            css.append(".%s { fill: var(--%s); } .%s { stroke: var(--%s); }%n"
                    .formatted(paint.fillClass(), paint.property(), paint.strokeClass(), paint.property()));
        }
        return css.toString();
    }
}
