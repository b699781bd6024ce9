package io.ssdlab.report.diagnosis;

import io.ssdlab.spi.Problem;
import io.ssdlab.spi.data.AnnotatedObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Two runs on the same test images, image by image.
 *
 * @param first the name of a run's folder
 * @param second the name of another's
 * @param images all of them, by rising {@link ImageChange#gain}: those that the first does better come first; equals in
 *     the ground truth's order
 */
public record RunComparison(String first, String second, List<ImageChange> images) {

    public RunComparison {
        images = List.copyOf(images);
    }

    /**
     * Compares two runs.
     *
     * @throws IllegalArgumentException if they cannot be compared: see {@link #obstacle}
     */
    public static RunComparison of(RunDiagnosis first, RunDiagnosis second) {
        obstacle(first, second).ifPresent(problem -> {
            throw new IllegalArgumentException(problem.toString());
        });
        List<ImageChange> images = IntStream.range(0, first.images().size())
                .mapToObj(image ->
                        change(first.images().get(image), second.images().get(image)))
                .sorted(Comparator.comparingDouble(ImageChange::gain))
                .toList();
        return new RunComparison(first.run(), second.run(), images);
    }

    /** Why two runs cannot be compared: other rules, classes, images or objects; empty if they can. */
    public static Optional<Problem> obstacle(RunDiagnosis first, RunDiagnosis second) {
        return difference(first, second)
                .map(what -> new Problem(
                        second.run(),
                        what + " than in " + first.run(),
                        "compare runs that were tested on the same images under the same metric"));
    }

    private static Optional<String> difference(RunDiagnosis first, RunDiagnosis second) {
        if (first.rule() != second.rule()
                || first.settings().foregroundIou() != second.settings().foregroundIou()) {
            return Optional.of("detections are judged by another rule");
        }
        if (!names(first).equals(names(second))) {
            return Optional.of("there are other classes");
        }
        if (!ids(first).equals(ids(second))) {
            return Optional.of("there are other test images, or they are in another order");
        }
        return IntStream.range(0, first.images().size())
                .filter(image -> !annotated(first, image).equals(annotated(second, image)))
                .mapToObj(image -> "image %s has other objects"
                        .formatted(first.images().get(image).imageId()))
                .findFirst();
    }

    private static List<AnnotatedObject> annotated(RunDiagnosis run, int image) {
        return run.images().get(image).objects().stream()
                .map(DiagnosedObject::annotated)
                .toList();
    }

    private static List<String> names(RunDiagnosis run) {
        return run.classes().stream().map(ClassDiagnosis::name).toList();
    }

    private static List<String> ids(RunDiagnosis run) {
        return run.images().stream().map(ImageDiagnosis::imageId).toList();
    }

    private static ImageChange change(ImageDiagnosis first, ImageDiagnosis second) {
        List<ObjectChange> objects = new ArrayList<>();
        for (int object = 0; object < first.objects().size(); object++) {
            boolean byFirst = first.objects().get(object).state() == DiagnosedObject.State.FOUND;
            boolean bySecond = second.objects().get(object).state() == DiagnosedObject.State.FOUND;
            if (byFirst != bySecond) {
                objects.add(new ObjectChange(object, bySecond));
            }
        }
        return new ImageChange(first, second, objects);
    }
}
