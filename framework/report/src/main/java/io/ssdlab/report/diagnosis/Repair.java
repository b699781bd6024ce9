package io.ssdlab.report.diagnosis;

import java.util.EnumSet;
import java.util.Set;

/**
 * An oracle that repairs errors (TIDE, arXiv:2008.08115, section 2.3). A localisation or classification that would find an
 * object becomes right, with its score and in the object's class; all other false positives of a repaired type go, and
 * objects of a repaired type need not be found any more.
 *
 * <p>Two points are left open by the paper and settled as in the authors' {@code tidecv}: a detection on an object that is
 * found already gains nothing, whatever its score, and of all detections that would find an object, of either type, only
 * that of the highest score does. One differs: {@code tidecv} leaves a class out of the mean once nothing is left of it; here
 * the mean stays over the same classes.
 */
final class Repair {

    private final Set<ErrorType> types;
    private final boolean dropsFalsePositives;
    private final boolean forgivesMisses;

    private Repair(Set<ErrorType> types, boolean dropsFalsePositives, boolean forgivesMisses) {
        this.types = Set.copyOf(types);
        this.dropsFalsePositives = dropsFalsePositives;
        this.forgivesMisses = forgivesMisses;
    }

    /** Of the errors of these types, all at once. */
    static Repair of(Set<ErrorType> types) {
        return new Repair(types, false, false);
    }

    /** No error is repaired. */
    static Repair none() {
        return of(EnumSet.noneOf(ErrorType.class));
    }

    /** The special one: no false positive is left, and nothing else changes. */
    static Repair ofFalsePositives() {
        return new Repair(EnumSet.noneOf(ErrorType.class), true, false);
    }

    /** The special one: what is not found need not be, and nothing else changes. */
    static Repair ofFalseNegatives() {
        return new Repair(EnumSet.noneOf(ErrorType.class), false, true);
    }

    /**
     * The AP of each class, 1..classes at its label: NaN for a class without objects. Where nothing is left to be found, AP
     * is 1 if nothing is found falsely either, else 0.
     */
    double[] averagePrecisions(JudgedRun run) {
        ClassTally tally = tally(run);
        int[] objects = objects(run, tally);
        double[] precisions = new double[run.classes() + 1];
        for (int label = 1; label <= run.classes(); label++) {
            if (run.objects().countOf(label) == 0) {
                precisions[label] = Double.NaN;
            } else if (objects[label] == 0) {
                precisions[label] = tally.falseAlarms(label) == 0 ? 1 : 0;
            } else {
                precisions[label] = run.rule().interpolation().averagePrecision(tally.curve(label, objects[label], 1));
            }
        }
        return precisions;
    }

    private ClassTally tally(JudgedRun run) {
        ClassTally tally = new ClassTally(run.classes());
        Set<DetectionVerdict> repaired = repaired();
        RankedRows ranked = run.ranked();
        for (int rank = 0; rank < ranked.size(); rank++) {
            DetectionVerdict verdict = ranked.verdict(rank);
            if (verdict == DetectionVerdict.CORRECT) {
                tally.hit(ranked.label(rank));
            } else if (verdict != DetectionVerdict.IGNORED && !dropsFalsePositives) {
                if (!repaired.contains(verdict)) {
                    tally.falseAlarm(ranked.label(rank));
                } else if (ranked.isCandidate(rank)) {
                    tally.hit(run.objects().label(ranked.object(rank)));
                }
            }
        }
        return tally;
    }

    private Set<DetectionVerdict> repaired() {
        // Answers quickly: it is asked for every detection.
        Set<DetectionVerdict> repaired = EnumSet.noneOf(DetectionVerdict.class);
        for (DetectionVerdict verdict : DetectionVerdict.values()) {
            if (verdict.error().filter(types::contains).isPresent()) {
                repaired.add(verdict);
            }
        }
        return repaired;
    }

    private int[] objects(JudgedRun run, ClassTally tally) {
        int[] objects = new int[run.classes() + 1];
        for (int label = 1; label <= run.classes(); label++) {
            objects[label] = forgivesMisses ? tally.hits(label) : run.objects().countOf(label);
        }
        for (int object = 0; object < run.objects().size() && types.contains(ErrorType.MISSED); object++) {
            if (run.verdicts().isMissed(object, run.objects())) {
                objects[run.objects().label(object)]--;
            }
        }
        return objects;
    }
}
