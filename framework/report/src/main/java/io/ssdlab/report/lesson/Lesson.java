package io.ssdlab.report.lesson;

import io.ssdlab.core.coverage.CoverageSurvey;
import io.ssdlab.core.coverage.ImageObjects;
import io.ssdlab.core.coverage.TrainingObjects;
import io.ssdlab.core.data.AugmentedSamples;
import io.ssdlab.core.data.image.ImageDecoder;
import io.ssdlab.core.experiment.Components;
import io.ssdlab.core.experiment.Experiment;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.core.plugin.ComponentChoice;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an experiment does to an image before and in training, in figures: all of it by the experiment's own prior boxes, matcher,
 * augmenters and loss. Immutable.
 */
public final class Lesson {

    /** The images that positives are counted on, at most. */
    private static final int COUNTED = 1000;

    private final Experiment experiment;
    private final DetectorLayout layout;
    private final Components components;
    private final Dataset split;
    private final TrainingObjects training;
    private final int index;
    private final LessonImage subject;

    private Lesson(
            Experiment experiment,
            DetectorLayout layout,
            Components components,
            Dataset split,
            TrainingObjects training,
            int index) {
        this.experiment = experiment;
        this.layout = layout;
        this.components = components;
        this.split = split;
        this.training = training;
        this.index = index;
        ImageObjects chosen = training.images().get(index);
        AnnotatedImage stored = split.images().get(index);
        this.subject = new LessonImage(
                stored.id(),
                new ImageDecoder().decode(stored.id(), stored.file()),
                chosen.groundTruths(),
                split.classes());
    }

    /**
     * Prepares the figures of an experiment.
     *
     * @param components of the experiment
     * @param split that it trains on
     * @param image the id of the image to draw on; empty to have a telling one chosen
     * @throws InvalidInputException if the split has no object to train on or no such image, or the image cannot be decoded
     */
    public static Lesson of(
            Experiment experiment,
            DetectorLayout layout,
            Components components,
            Dataset split,
            Optional<String> image) {
        TrainingObjects training =
                TrainingObjects.of(split, experiment.training().useDifficult());
        if (training.count() == 0) {
            throw new InvalidInputException(
                    "dataset.train",
                    "has no object to draw",
                    "check its split and classes, and training.use-difficult");
        }
        ImageChoice choice = new ImageChoice(training);
        int index = image.map(choice::named).orElseGet(() -> choice.telling(layout.priors(), components.matcher()));
        return new Lesson(experiment, layout, components, split, training, index);
    }

    /** The image that is drawn on. */
    public LessonImage subject() {
        return subject;
    }

    /** The figures that need no network. */
    public List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                "prior-boxes.png",
                "the prior boxes of a cell of each source map",
                new PriorBoxFigure(subject, layout.priors(), layout.input()).png()));
        figures.add(new Figure(
                "matching.png",
                "which prior boxes are matched to which object",
                new MatchingFigure(
                                subject,
                                layout.priors(),
                                layout.input(),
                                components.matcher().match(layout.priors(), subject.objects()))
                        .png()));
        figures.add(new Figure("positives.png", "matched prior boxes by source map and object", positives()));
        if (!components.augmenters().isEmpty()) {
            figures.add(new Figure("augmentation.png", "a training sample after each augmenter", augmentation()));
        }
        return figures;
    }

    /**
     * The figure of what the loss trains on in the image that is drawn on.
     *
     * @param detectors at least one, drawn side by side
     */
    public Figure hardNegatives(List<TrainedPriors> detectors) {
        return new Figure(
                "hard-negatives.png",
                "the background prior boxes that the loss trains on",
                new HardNegativeFigure(subject, layout.priors(), layout.input(), detectors).png());
    }

    private byte[] positives() {
        List<ImageObjects> images = training.images();
        // From the image drawn on if the first ones have no object at all.
        int first = images.stream()
                        .limit(COUNTED)
                        .allMatch(image -> image.groundTruths().isEmpty())
                ? index
                : 0;
        TrainingObjects counted = new TrainingObjects(
                training.classes(), images.subList(first, Math.min(images.size(), first + COUNTED)));
        return new PositivesFigure(
                        new CoverageSurvey(layout.priors(), components.matcher(), layout.input()).of(counted))
                .png();
    }

    private byte[] augmentation() {
        AugmentedSamples samples = new AugmentedSamples(
                split.images(), components.augmenters(), experiment.training().useDifficult());
        return new AugmentationFigure(
                        AugmentedStages.of(
                                samples,
                                index,
                                split.images().size(),
                                experiment.seeds().get(0)),
                        experiment.training().augment().stream()
                                .map(ComponentChoice::name)
                                .toList(),
                        split.classes())
                .png();
    }
}
