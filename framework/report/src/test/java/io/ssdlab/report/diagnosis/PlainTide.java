package io.ssdlab.report.diagnosis;

import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.evaluation.Detection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/**
 * TIDE word by word and as slow as that: lists are sorted, searched and counted over and over, and nothing of what is tested
 * is used but the names of the rules.
 */
final class PlainTide {

    /** An object of some image. */
    static final class Thing {
        final AnnotatedObject object;
        boolean found;
        Optional<Finding> gainedBy = Optional.empty();

        Thing(AnnotatedObject object) {
            this.object = object;
        }
    }

    /** A detection of some image. */
    static final class Finding {
        final Detection detection;
        boolean correct;
        boolean ignored;
        Optional<ErrorType> error = Optional.empty();
        Optional<Thing> about = Optional.empty();

        Finding(Detection detection) {
            this.detection = detection;
        }
    }

    /** A line of a ranking. */
    private record Ranked(int label, double score, boolean correct) {}

    final List<Thing> things = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    private final ScoringRule rule;
    private final int classes;

    PlainTide(Scene scene, ScoringRule rule) {
        this.rule = rule;
        this.classes = scene.classes().size();
        for (Scene.SceneImage image : scene.images()) {
            List<Thing> here = image.objects().stream().map(Thing::new).toList();
            List<Finding> found = image.detections().stream()
                    .map(Finding::new)
                    .sorted(Comparator.comparingDouble((Finding finding) -> -finding.detection.score()))
                    .toList();
            found.forEach(finding -> match(finding, here, found));
            found.forEach(finding -> explain(finding, here));
            things.addAll(here);
            findings.addAll(found);
        }
    }

    private boolean counts(Thing thing) {
        return !thing.object.crowd() && (rule == ScoringRule.COCO || !thing.object.difficult());
    }

    private boolean isHit(double iou) {
        return rule == ScoringRule.COCO ? iou >= 0.5 : iou > 0.5;
    }

    private double iou(Finding finding, Thing thing) {
        PixelBox a = finding.detection.box();
        PixelBox b = thing.object.box();
        double extra = rule == ScoringRule.COCO ? 0 : 1;
        double width = Math.max(0, Math.min(a.xMax(), b.xMax()) - Math.max(a.xMin(), b.xMin()) + extra);
        double height = Math.max(0, Math.min(a.yMax(), b.yMax()) - Math.max(a.yMin(), b.yMin()) + extra);
        double ofA = (a.width() + extra) * (a.height() + extra);
        double ofB = (b.width() + extra) * (b.height() + extra);
        boolean alone = rule == ScoringRule.COCO && thing.object.crowd();
        return width * height == 0 ? 0 : width * height / (alone ? ofA : ofA + ofB - width * height);
    }

    private static boolean sameClass(Finding finding, Thing thing) {
        return finding.detection.label() == thing.object.label();
    }

    private void match(Finding finding, List<Thing> here, List<Finding> found) {
        long before = found.subList(0, found.indexOf(finding)).stream()
                .filter(other -> other.detection.label() == finding.detection.label())
                .count();
        if (rule == ScoringRule.COCO && before >= 100) {
            finding.ignored = true;
            return;
        }
        List<Thing> hit = here.stream()
                .filter(thing -> sameClass(finding, thing) && isHit(iou(finding, thing)))
                .toList();
        if (rule == ScoringRule.COCO) {
            // The last of equals, as pycocotools.
            Comparator<Thing> byIou = Comparator.comparingDouble(thing -> iou(finding, thing));
            Optional<Thing> best = hit.stream()
                    .filter(thing -> counts(thing) && !thing.found)
                    .reduce((a, b) -> byIou.compare(a, b) > 0 ? a : b);
            best.ifPresent(thing -> find(finding, thing));
            finding.ignored = best.isEmpty() && hit.stream().anyMatch(thing -> !counts(thing));
        } else {
            // The first of equals, as the devkit.
            Optional<Thing> nearest = hit.stream().reduce((a, b) -> iou(finding, b) > iou(finding, a) ? b : a);
            nearest.filter(thing -> counts(thing) && !thing.found).ifPresent(thing -> find(finding, thing));
            finding.ignored = nearest.filter(thing -> !counts(thing)).isPresent();
        }
    }

    private static void find(Finding finding, Thing thing) {
        thing.found = true;
        finding.correct = true;
    }

    /** Section 2.2 of the paper; where its definitions overlap, in the order of tidecv. */
    private void explain(Finding finding, List<Thing> here) {
        if (finding.correct || finding.ignored) {
            return;
        }
        Optional<Thing> own = nearest(finding, here, true);
        Optional<Thing> other = nearest(finding, here, false);
        double ownIou = own.map(thing -> iou(finding, thing)).orElse(0.0);
        double otherIou = other.map(thing -> iou(finding, thing)).orElse(0.0);
        if (own.isPresent() && ownIou >= 0.1 && !isHit(ownIou)) {
            finding.error = Optional.of(ErrorType.LOCALISATION);
            finding.about = own;
        } else if (isHit(otherIou)) {
            finding.error = Optional.of(ErrorType.CLASSIFICATION);
            finding.about = other;
        } else if (isHit(ownIou)) {
            finding.error = Optional.of(ErrorType.DUPLICATE);
        } else if (ownIou <= 0.1 && otherIou <= 0.1) {
            finding.error = Optional.of(ErrorType.BACKGROUND);
        } else {
            finding.error = Optional.of(ErrorType.BOTH);
        }
        finding.about
                .filter(thing -> !thing.found && thing.gainedBy.isEmpty())
                .ifPresent(thing -> thing.gainedBy = Optional.of(finding));
    }

    private Optional<Thing> nearest(Finding finding, List<Thing> here, boolean sameClass) {
        return here.stream()
                .filter(thing -> counts(thing) && sameClass(finding, thing) == sameClass)
                .reduce((a, b) -> iou(finding, b) > iou(finding, a) ? b : a);
    }

    boolean isMissed(Thing thing) {
        return counts(thing) && !thing.found && thing.gainedBy.isEmpty();
    }

    long objects(int label) {
        return things.stream()
                .filter(this::counts)
                .filter(thing -> thing.object.label() == label)
                .count();
    }

    /** Section 2.3: the AP of a class if errors of these types are repaired. */
    double averagePrecision(int label, Set<ErrorType> repaired) {
        List<Ranked> ranking = new ArrayList<>();
        for (Finding finding : findings) {
            int own = finding.detection.label();
            double score = finding.detection.score();
            boolean isRepaired = finding.error.filter(repaired::contains).isPresent();
            if (finding.correct || (finding.error.isPresent() && !isRepaired)) {
                ranking.add(new Ranked(own, score, finding.correct));
            } else if (isRepaired) {
                finding.about
                        .filter(thing ->
                                thing.gainedBy.filter(gain -> gain == finding).isPresent())
                        .ifPresent(thing -> ranking.add(new Ranked(thing.object.label(), score, true)));
            }
        }
        long forgiven = !repaired.contains(ErrorType.MISSED)
                ? 0
                : things.stream()
                        .filter(thing -> isMissed(thing) && thing.object.label() == label)
                        .count();
        return averagePrecision(label, ranking, objects(label) - forgiven);
    }

    double averagePrecisionWithoutFalsePositives(int label) {
        List<Ranked> ranking = findings.stream()
                .filter(finding -> finding.correct)
                .map(finding -> new Ranked(finding.detection.label(), finding.detection.score(), true))
                .toList();
        return averagePrecision(label, ranking, objects(label));
    }

    double averagePrecisionWithoutFalseNegatives(int label) {
        List<Ranked> ranking = findings.stream()
                .filter(finding -> finding.correct || finding.error.isPresent())
                .map(finding -> new Ranked(finding.detection.label(), finding.detection.score(), finding.correct))
                .toList();
        long found = ranking.stream()
                .filter(line -> line.label() == label && line.correct())
                .count();
        return averagePrecision(label, ranking, found);
    }

    double mean(IntToDoubleFunction ofClass) {
        List<Double> defined = new ArrayList<>();
        for (int label = 1; label <= classes; label++) {
            if (objects(label) > 0) {
                defined.add(ofClass.applyAsDouble(label));
            }
        }
        return defined.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    private double averagePrecision(int label, List<Ranked> all, long objects) {
        List<Ranked> ranking = all.stream()
                .filter(line -> line.label() == label)
                .sorted(Comparator.comparingDouble(line -> -line.score()))
                .toList();
        if (objects(label) == 0) {
            return Double.NaN;
        }
        if (objects == 0) {
            return ranking.isEmpty() ? 1 : 0;
        }
        return switch (rule) {
            case VOC07 -> meanAtRecalls(ranking, objects, 11, 0.1);
            case COCO -> meanAtRecalls(ranking, objects, 101, 0.01);
            case VOC12 -> {
                double area = 0;
                Set<Long> reached = new HashSet<>();
                for (int i = 1; i <= ranking.size(); i++) {
                    long hits = hits(ranking.subList(0, i));
                    if (hits > 0 && reached.add(hits)) {
                        area += bestPrecision(ranking, objects, hits / (double) objects) / objects;
                    }
                }
                yield area;
            }
        };
    }

    private static double meanAtRecalls(List<Ranked> ranking, long objects, int count, double step) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += bestPrecision(ranking, objects, i * step);
        }
        return sum / count;
    }

    private static double bestPrecision(List<Ranked> ranking, long objects, double recall) {
        double best = 0;
        for (int i = 1; i <= ranking.size(); i++) {
            long hits = hits(ranking.subList(0, i));
            if (hits / (double) objects >= recall) {
                best = Math.max(best, hits / (double) i);
            }
        }
        return best;
    }

    private static long hits(List<Ranked> ranking) {
        return ranking.stream().filter(Ranked::correct).count();
    }
}
