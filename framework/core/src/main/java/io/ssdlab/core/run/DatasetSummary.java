package io.ssdlab.core.run;

import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What one split has in it.
 *
 * @param split {@code train} or {@code test}
 * @param images how many
 * @param objects of all classes, difficult ones and crowds too
 * @param difficult objects among them
 * @param crowds objects among them
 * @param warnings what was mended while reading
 * @param classes in the order of their labels
 */
public record DatasetSummary(
        String split, int images, long objects, long difficult, long crowds, int warnings, List<ClassCount> classes) {

    public DatasetSummary {
        classes = List.copyOf(classes);
    }

    /**
     * One class.
     *
     * @param name of the class
     * @param images that have an object of it
     * @param objects of it
     */
    public record ClassCount(String name, long images, long objects) {}

    static DatasetSummary of(String split, Dataset dataset) {
        List<ClassCount> classes = new ArrayList<>();
        for (String name : dataset.classes()) {
            int label = classes.size() + 1;
            classes.add(new ClassCount(
                    name,
                    dataset.images().stream()
                            .filter(image -> image.objects().stream().anyMatch(object -> object.label() == label))
                            .count(),
                    count(dataset, object -> object.label() == label)));
        }
        return new DatasetSummary(
                split,
                dataset.images().size(),
                count(dataset, object -> true),
                count(dataset, AnnotatedObject::difficult),
                count(dataset, AnnotatedObject::crowd),
                dataset.warnings().size(),
                classes);
    }

    private static long count(Dataset dataset, Predicate<AnnotatedObject> which) {
        return dataset.images().stream()
                .map(AnnotatedImage::objects)
                .flatMap(List::stream)
                .filter(which)
                .count();
    }
}
