package io.ssdlab.report.lesson;

import io.ssdlab.core.config.NearestNames;
import io.ssdlab.core.coverage.ImageObjects;
import io.ssdlab.core.coverage.TrainingObjects;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.spi.training.Matching;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Chooses the image to draw on. */
final class ImageChoice {

    private static final int LOOKED_AT = 300;
    private static final int FEWEST = 2;
    private static final int MOST = 4;
    private static final String OPTION = "--image";

    private final TrainingObjects training;

    /** @param training with an object in at least one image */
    ImageChoice(TrainingObjects training) {
        this.training = training;
    }

    /**
     * The index of a named image.
     *
     * @throws InvalidInputException if the training split has none of that name, or it has no object
     */
    int named(String id) {
        List<String> ids = training.images().stream().map(ImageObjects::id).toList();
        int image = ids.indexOf(id);
        if (image < 0) {
            List<String> near = new NearestNames(ids).to(id);
            throw new InvalidInputException(
                    OPTION,
                    "the training split has no image " + id,
                    near.isEmpty()
                            ? "its first one is " + ids.get(0)
                            : "did you mean " + String.join(" or ", near) + "?");
        }
        if (objects(image) == 0) {
            throw new InvalidInputException(
                    OPTION, "no object of the image %s is trained on".formatted(id), "name one with an object");
        }
        return image;
    }

    /**
     * The index of an image that shows much: one of the first with two to four objects, matched on as many source maps as any
     * other. Without such, the first with an object.
     */
    int telling(PriorBoxes priors, Matcher matcher) {
        int best = IntStream.range(0, training.images().size())
                .filter(image -> objects(image) > 0)
                .findFirst()
                .orElseThrow();
        long most = 0;
        for (int image = 0; image < Math.min(LOOKED_AT, training.images().size()); image++) {
            if (objects(image) >= FEWEST && objects(image) <= MOST) {
                Matching matching =
                        matcher.match(priors, training.images().get(image).groundTruths());
                long maps = LayerPriors.of(priors).stream()
                        .filter(layer -> firstMatched(layer, matching).isPresent())
                        .count();
                if (maps > most) {
                    most = maps;
                    best = image;
                }
            }
        }
        return best;
    }

    private static OptionalInt firstMatched(LayerPriors layer, Matching matching) {
        return layer.indices()
                .filter(prior -> matching.assignments()[prior] >= 0)
                .findFirst();
    }

    private int objects(int image) {
        return training.images().get(image).groundTruths().size();
    }
}
