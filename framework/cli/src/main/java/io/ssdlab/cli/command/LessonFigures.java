package io.ssdlab.cli.command;

import io.ssdlab.core.experiment.Components;
import io.ssdlab.core.experiment.ExperimentPlan;
import io.ssdlab.core.experiment.Row;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.core.run.EngineSession;
import io.ssdlab.core.run.LossFocus;
import io.ssdlab.core.run.LossProbe;
import io.ssdlab.core.run.ResultsFolder;
import io.ssdlab.core.store.FinishedRun;
import io.ssdlab.report.lesson.Figure;
import io.ssdlab.report.lesson.Lesson;
import io.ssdlab.report.lesson.LessonImage;
import io.ssdlab.report.lesson.TrainedPriors;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Draws the figures of {@code ssdlab explain --figures}.
 *
 * @param row of which they tell
 */
record LessonFigures(Laboratory laboratory, ResultsFolder results, Row row, DetectorLayout layout) {

    /**
     * All figures.
     *
     * @param options what to draw on
     * @param session to compute the hard negatives on; empty to leave them out
     * @param warnings told what was mended while reading the training split
     * @throws InvalidInputException if the split, the image or the run is not as it should be
     */
    List<Figure> draw(FigureOptions options, Optional<EngineSession> session, Consumer<String> warnings) {
        Components components = Components.of(laboratory.plugins(), row.experiment(), results.data());
        Optional<FinishedRun> run = options.run().map(this::run);
        Dataset split = components.trainDataset().read();
        split.warnings().forEach(warnings);
        Lesson lesson = Lesson.of(row.experiment(), layout, components, split, options.image());
        List<Figure> figures = new ArrayList<>(lesson.figures());
        session.ifPresent(engine -> {
            List<TrainedPriors> detectors = new ArrayList<>();
            detectors.add(trained("Before training", Optional.empty(), components, lesson.subject(), engine));
            run.ifPresent(stored -> detectors.add(
                    trained("After training", Optional.of(stored), components, lesson.subject(), engine)));
            figures.add(lesson.hardNegatives(detectors));
        });
        return figures;
    }

    private FinishedRun run(String name) {
        FinishedRun run = results.runs().named(name);
        ExperimentPlan plan = laboratory.load(run.configFile().toString(), List.of());
        if (!plan.base().model().equals(row.experiment().model())) {
            throw new InvalidInputException(
                    "--run",
                    "the run %s is of another model than row %s"
                            .formatted(run.folder().getFileName(), row.name()),
                    "name a run of this row, see 'ssdlab runs list', or another row with --row");
        }
        return run;
    }

    private TrainedPriors trained(
            String name, Optional<FinishedRun> run, Components components, LessonImage image, EngineSession session) {
        LossFocus focus = new LossProbe(
                        row.experiment(), components, layout, image.classes().size(), run)
                .on(image.image(), image.objects(), session);
        return new TrainedPriors(name, focus.matching(), focus.pulls());
    }
}
