package io.ssdlab.report.diagnosis;

import io.ssdlab.core.coverage.ObjectGrouping;
import io.ssdlab.spi.model.InputSize;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Finds out how well a run finds objects of each size and aspect ratio. For one thread. */
final class SensitivityAnalysis {

    /** The group of all objects, where there is no other. */
    private static final int ALL = 0;

    private final JudgedRun run;
    private final InputSize input;

    /** @param input to which the network's images are warped */
    SensitivityAnalysis(JudgedRun run, InputSize input) {
        this.run = run;
        this.input = input;
    }

    List<Sensitivity> sensitivities() {
        GroupDiagnosis all = group("all", ALL, new int[run.objects().size()]);
        return List.of(by(ObjectGrouping.SIZE, all), by(ObjectGrouping.ASPECT_RATIO, all));
    }

    private Sensitivity by(ObjectGrouping grouping, GroupDiagnosis all) {
        int[] groups = groups(grouping);
        List<GroupDiagnosis> diagnoses = IntStream.range(0, grouping.groups().size())
                .mapToObj(group -> group(grouping.groups().get(group), group, groups))
                .toList();
        return new Sensitivity(grouping.name(), all, diagnoses);
    }

    private int[] groups(ObjectGrouping grouping) {
        int[] groups = new int[run.objects().size()];
        for (int image = 0; image < run.truth().images().size(); image++) {
            for (int object = run.objects().firstOf(image);
                    object < run.objects().firstOf(image + 1);
                    object++) {
                groups[object] = grouping.groupOf(DetectedObject.of(
                        run.objects().object(object), run.truth().images().get(image), input));
            }
        }
        return groups;
    }

    /** @param groups the group of each object */
    private GroupDiagnosis group(String name, int group, int[] groups) {
        int[] objects = new int[run.classes() + 1];
        for (int object = 0; object < run.objects().size(); object++) {
            if (run.objects().counts(object) && groups[object] == group) {
                objects[run.objects().label(object)]++;
            }
        }
        ClassTally tally = tally(group, groups);
        List<Double> precisions = new ArrayList<>();
        List<Double> normalised = new ArrayList<>();
        int hits = 0;
        for (int label = 1; label <= run.classes(); label++) {
            if (objects[label] > 0) {
                hits += tally.hits(label);
                precisions.add(averagePrecision(tally.curve(label, objects[label], 1)));
                normalised.add(averagePrecision(tally.curve(label, objects[label], meanObjects() / objects[label])));
            }
        }
        int count = Arrays.stream(objects).sum();
        return new GroupDiagnosis(
                name, count, count == 0 ? Double.NaN : hits / (double) count, mean(precisions), mean(normalised));
    }

    /** Detections that are about an object of another group count for nothing. */
    private ClassTally tally(int group, int[] groups) {
        ClassTally tally = new ClassTally(run.classes());
        RankedRows ranked = run.ranked();
        for (int rank = 0; rank < ranked.size(); rank++) {
            int label = ranked.label(rank);
            switch (ranked.verdict(rank)) {
                case IGNORED -> {}
                case CORRECT -> {
                    if (groups[ranked.object(rank)] == group) {
                        tally.hit(label);
                    }
                }
                case DUPLICATE -> {
                    if (groups[ranked.object(rank)] == group) {
                        tally.falseAlarm(label);
                    }
                }
                default -> tally.falseAlarm(label);
            }
        }
        return tally;
    }

    private double averagePrecision(HitCurve curve) {
        return run.rule().interpolation().averagePrecision(curve);
    }

    /** How many objects a class has, the mean over those that have any: as many each class and group is taken to have. */
    private double meanObjects() {
        return IntStream.rangeClosed(1, run.classes())
                .map(run.objects()::countOf)
                .filter(count -> count > 0)
                .average()
                .orElse(Double.NaN);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }
}
