package io.ssdlab.report.page;

import io.ssdlab.report.diagnosis.DetectionVerdict;
import io.ssdlab.report.diagnosis.DiagnosedDetection;
import io.ssdlab.report.diagnosis.DiagnosedObject;
import io.ssdlab.report.diagnosis.ErrorType;
import io.ssdlab.report.diagnosis.ImageDiagnosis;
import io.ssdlab.report.figure.Markup;
import io.ssdlab.report.figure.Paint;
import io.ssdlab.report.figure.Pixels;
import io.ssdlab.spi.box.PixelBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One image with what is there and what was detected: boxes drawn over its thumbnail, or over nothing where that is not at hand.
 *
 * @param image with its objects and detections
 * @param classes names of the labels from 1 on
 * @param thumbnail its file, relative to the report
 */
record Shot(ImageDiagnosis image, List<String> classes, Optional<String> thumbnail) {

    /** About as wide as images are shown, in pixels of the page: what letters are measured by. */
    private static final double SHOWN = 250;

    private static final double LETTERS = 10;
    /** About how wide a bold letter is, in its size. */
    private static final double EM = 0.68;

    private static final int LABELS = 4;
    private static final int MOST_WORDS = 12;
    private static final int MOST_DETAILS = 60;

    Shot {
        classes = List.copyOf(classes);
    }

    Markup markup(Links links) {
        Markup shot = new Markup();
        shot.open("div", "class", thumbnail.isPresent() ? "photo" : "photo empty");
        thumbnail.ifPresent(file -> shot.empty(
                "img",
                "src",
                links.to(file),
                "alt",
                "",
                "loading",
                "lazy",
                "width",
                Integer.toString(image.width()),
                "height",
                Integer.toString(image.height())));
        shot.open(
                "svg",
                "role",
                "img",
                "viewBox",
                "0 0 %d %d".formatted(image.width(), image.height()),
                "aria-label",
                "%s: %s".formatted(image.imageId(), words()));
        objects(shot);
        detections(shot);
        return shot.close("svg").close("div");
    }

    private void objects(Markup shot) {
        for (DiagnosedObject object : image.objects()) {
            boolean missed = object.state() == DiagnosedObject.State.MISSED;
            String name = name(object.annotated().label());
            box(
                    shot,
                    object.annotated().box(),
                    Paint.TRUTH,
                    missed ? "3" : "1.5",
                    missed ? "5 3" : "none",
                    named(object));
            if (missed && image.missed() <= LABELS) {
                label(shot, object.annotated().box(), name, Paint.TRUTH, true);
            }
        }
    }

    private void detections(Markup shot) {
        int labelled = 0;
        for (DiagnosedDetection found : image.detections()) {
            Optional<ErrorType> error = found.verdict().error();
            if (found.verdict() == DetectionVerdict.IGNORED) {
                continue;
            }
            Paint paint = error.isPresent() ? Paint.WORSE : Paint.BETTER;
            String what = named(found);
            box(shot, found.detection().box(), paint, "1.8", "none", "detected: " + what);
            if (error.isPresent() && labelled++ < LABELS) {
                label(shot, found.detection().box(), error.get().title(), paint, false);
            }
        }
    }

    private String named(DiagnosedDetection found) {
        return RootText.of(
                "%s %.2f%s",
                name(found.detection().label()),
                found.detection().score(),
                found.verdict().error().map(error -> ", " + error.title()).orElse(""));
    }

    private String name(int label) {
        return label >= 1 && label <= classes.size() ? classes.get(label - 1) : "label " + label;
    }

    private static void box(Markup shot, PixelBox box, Paint paint, String width, String dashes, String title) {
        shot.open("g").element("title", title);
        for (boolean halo : new boolean[] {true, false}) {
            shot.empty(
                    "rect",
                    "x",
                    Pixels.of(box.xMin()),
                    "y",
                    Pixels.of(box.yMin()),
                    "width",
                    Pixels.of(Math.max(0, box.width())),
                    "height",
                    Pixels.of(Math.max(0, box.height())),
                    "fill",
                    "none",
                    "class",
                    halo ? "halo" : paint.strokeClass(),
                    "stroke-width",
                    halo ? "3.6" : width,
                    "stroke-dasharray",
                    halo ? "none" : dashes,
                    "vector-effect",
                    "non-scaling-stroke");
        }
        shot.close("g");
    }

    /** Above the box or, of what is missed, below its upper edge, so that the two seldom meet. */
    private void label(Markup shot, PixelBox box, String text, Paint paint, boolean within) {
        double size = LETTERS * image.width() / SHOWN;
        double y = within ? box.yMin() + size * 1.1 : box.yMin() - size * 0.3;
        shot.element(
                "text",
                text,
                "x",
                Pixels.of(Math.max(0, Math.min(box.xMin() + size * 0.2, image.width() - size * EM * text.length()))),
                "y",
                Pixels.of(Math.max(size, Math.min(y, image.height() - size * 0.3))),
                "font-size",
                Pixels.of(size),
                "stroke-width",
                Pixels.of(size * 0.25),
                "class",
                paint.fillClass());
    }

    /** What came of the image, in a few words. */
    private String words() {
        List<String> words = new ArrayList<>(
                List.of("%d correct, %d wrong, %d missed".formatted(image.correct(), image.wrong(), image.missed())));
        image.objects().stream()
                .filter(object -> object.state() == DiagnosedObject.State.MISSED)
                .map(object -> "missed " + name(object.annotated().label()))
                .forEach(words::add);
        image.detections().stream()
                .filter(found -> found.verdict().error().isPresent())
                .map(this::named)
                .forEach(words::add);
        return words.size() > MOST_WORDS
                ? String.join("; ", words.subList(0, MOST_WORDS)) + "; and more"
                : String.join("; ", words);
    }

    /** Every object and detection, as a pointer over its box shows it. */
    List<String> details() {
        List<String> details = new ArrayList<>();
        image.objects().stream().map(this::named).forEach(details::add);
        image.detections().stream()
                .filter(found -> found.verdict() != DetectionVerdict.IGNORED)
                .map(found -> "detected: " + named(found))
                .forEach(details::add);
        return details.size() > MOST_DETAILS
                ? Stream.concat(
                                details.stream().limit(MOST_DETAILS),
                                Stream.of("and %d more".formatted(details.size() - MOST_DETAILS)))
                        .toList()
                : details;
    }

    private String named(DiagnosedObject object) {
        return "annotated: %s, %s"
                .formatted(
                        name(object.annotated().label()), object.state().name().toLowerCase(Locale.ROOT));
    }

    /** The same without naming objects. */
    String caption() {
        return RootText.of(
                "F1 %.0f: %d correct, %d wrong, %d missed",
                100 * image.f1(), image.correct(), image.wrong(), image.missed());
    }
}
