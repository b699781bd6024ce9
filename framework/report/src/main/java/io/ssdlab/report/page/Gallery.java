package io.ssdlab.report.page;

import io.ssdlab.core.store.FinishedRun;
import io.ssdlab.report.diagnosis.ImageChange;
import io.ssdlab.report.diagnosis.ImageDiagnosis;
import io.ssdlab.report.diagnosis.RunComparison;
import io.ssdlab.report.diagnosis.RunDiagnosis;
import io.ssdlab.report.figure.Markup;
import io.ssdlab.report.figure.Paint;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Images with boxes over them: the best and worst of a run, or those that two runs see differently. Thread-safe. */
final class Gallery {

    private static final int SHOWN = 8;
    private static final Links LINKS = Links.FROM_FOLDER;

    private final Thumbnails thumbnails;

    Gallery(Thumbnails thumbnails) {
        this.thumbnails = thumbnails;
    }

    /** The images on which a run does worst and best, by F1; of equals, those with more to say. */
    Markup ofRun(FinishedRun run, RunDiagnosis diagnosis) {
        List<ImageDiagnosis> worst = diagnosis.images().stream()
                .sorted(Comparator.comparingDouble(ImageDiagnosis::f1)
                        .thenComparing(image -> -(image.wrong() + image.missed())))
                .limit(SHOWN)
                .toList();
        Set<String> shown = worst.stream().map(ImageDiagnosis::imageId).collect(Collectors.toSet());
        List<ImageDiagnosis> best = diagnosis.images().stream()
                .filter(image -> image.correct() > 0 && !shown.contains(image.imageId()))
                .sorted(Comparator.comparingDouble((ImageDiagnosis image) -> -image.f1())
                        .thenComparing(image -> -image.correct()))
                .limit(SHOWN)
                .toList();
        TestPictures.Split split = thumbnails.split(run);
        List<String> classes = classes(diagnosis);
        Markup gallery = new Markup();
        gallery.element("h2", "Images", "id", "images");
        gallery.element(
                "p",
                RootText.of(
                        "Detections of a score of %.2f or more, where all classes together have the best F1. Images by their own F1.",
                        diagnosis.operatingPoint().score()),
                "class",
                "soft");
        gallery.add(key()).add(obstacle(split));
        list(gallery, "Worst", run, split, worst, classes);
        list(gallery, "Best", run, split, best, classes);
        return gallery;
    }

    private void list(
            Markup gallery,
            String heading,
            FinishedRun run,
            TestPictures.Split split,
            List<ImageDiagnosis> images,
            List<String> classes) {
        gallery.element("h3", heading).open("ul", "class", grid(images));
        for (ImageDiagnosis image : images) {
            Shot shot = new Shot(image, classes, thumbnails.of(run, split, image));
            String id = "%s-%d".formatted(heading.toLowerCase(Locale.ROOT), images.indexOf(image) + 1);
            item(gallery, id, List.of(shot), shot.caption());
        }
        gallery.close("ul");
    }

    /** Images side by side that a link makes large, with all that is there and was detected, and another small again. */
    private static void item(Markup gallery, String id, List<Shot> shots, String caption) {
        gallery.open("li", "id", id)
                .open("figure")
                .open("a", "id", id + "-open", "class", "open", "href", "#" + id + "-open");
        if (shots.size() > 1) {
            gallery.open("span", "class", "pair");
        }
        shots.forEach(shot -> gallery.add(shot.markup(LINKS)));
        if (shots.size() > 1) {
            gallery.close("span");
        }
        gallery.close("a").open("figcaption");
        gallery.element("b", shots.get(0).image().imageId()).text(" " + caption + " ");
        gallery.element("a", "Close", "class", "close", "href", "#" + id);
        gallery.open("div", "class", "details");
        for (Shot shot : shots) {
            gallery.open("ul");
            shot.details().forEach(detail -> gallery.element("li", detail));
            gallery.close("ul");
        }
        gallery.close("div").close("figcaption").close("figure").close("li");
    }

    /** Images of many shapes get places of one shape, with borders; squares need none. */
    private static String grid(List<ImageDiagnosis> images) {
        boolean squares = images.stream().allMatch(image -> image.width() == image.height());
        return squares ? "shots" : "shots mixed";
    }

    /** The images that flipped most: worse in the second run, then better. */
    Markup ofComparison(FinishedRun run, RunDiagnosis first, RunPair pair, RunComparison comparison) {
        TestPictures.Split split = thumbnails.split(run);
        List<ImageChange> worse = comparison.images().stream()
                .filter(change -> change.gain() < 0)
                .limit(SHOWN)
                .toList();
        List<ImageChange> better = comparison.images().stream()
                .filter(change -> change.gain() > 0)
                .sorted(Comparator.comparingDouble(change -> -change.gain()))
                .limit(SHOWN)
                .toList();
        List<String> classes = classes(first);
        Markup gallery = new Markup();
        gallery.element("h2", "Images that flipped", "id", "images");
        gallery.element(
                "p",
                "Left \u201c%s\u201d, right \u201c%s\u201d; of each run the detections of the score, or more, where it has the best F1."
                        .formatted(pair.firstLabel(), pair.secondLabel()),
                "class",
                "soft");
        gallery.add(key()).add(obstacle(split));
        flips(gallery, "worse", worse, classes, pair, change -> thumbnails.of(run, split, change.first()));
        flips(gallery, "better", better, classes, pair, change -> thumbnails.of(run, split, change.first()));
        return gallery;
    }

    private static void flips(
            Markup gallery,
            String how,
            List<ImageChange> changes,
            List<String> classes,
            RunPair pair,
            Function<ImageChange, Optional<String>> thumbnail) {
        String capital = how.substring(0, 1).toUpperCase(Locale.ROOT) + how.substring(1);
        gallery.element("h3", "%s with \u201c%s\u201d".formatted(capital, pair.secondLabel()));
        if (changes.isEmpty()) {
            gallery.element("p", "No image.");
            return;
        }
        gallery.open(
                "ul", "class", grid(changes.stream().map(ImageChange::first).toList()) + " pairs");
        for (ImageChange change : changes) {
            Optional<String> picture = thumbnail.apply(change);
            Shot first = new Shot(change.first(), classes, picture);
            Shot second = new Shot(change.second(), classes, picture);
            item(
                    gallery,
                    "%s-%d".formatted(how, changes.indexOf(change) + 1),
                    List.of(first, second),
                    "%s; then %s".formatted(first.caption(), second.caption()));
        }
        gallery.close("ul");
    }

    private static List<String> classes(RunDiagnosis diagnosis) {
        return diagnosis.classes().stream().map(one -> one.name()).toList();
    }

    private static Markup obstacle(TestPictures.Split split) {
        return ProblemList.of(
                "The pictures are not at hand, so boxes stand on an empty canvas:",
                split.obstacle().stream().toList());
    }

    private static Markup key() {
        Markup key = new Markup().open("ul", "class", "key photo-key");
        entry(key, Paint.TRUTH, "none", "annotated and found");
        entry(key, Paint.TRUTH, "5 3", "annotated and missed");
        entry(key, Paint.BETTER, "none", "detected, correct");
        entry(key, Paint.WORSE, "none", "detected, wrong: how, beside it");
        return key.close("ul");
    }

    private static void entry(Markup key, Paint paint, String dashes, String text) {
        key.open("li").open("svg", "viewBox", "0 0 32 16", "aria-hidden", "true", "class", "small");
        key.empty(
                "rect",
                "x",
                "2",
                "y",
                "2",
                "width",
                "28",
                "height",
                "12",
                "fill",
                "none",
                "stroke-width",
                "3",
                "stroke-dasharray",
                dashes,
                "class",
                paint.strokeClass());
        key.close("svg").text(text).close("li");
    }
}
