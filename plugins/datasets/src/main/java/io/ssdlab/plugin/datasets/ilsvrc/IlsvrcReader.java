package io.ssdlab.plugin.datasets.ilsvrc;

import io.ssdlab.plugin.datasets.reading.ProblemReport;
import io.ssdlab.plugin.datasets.reading.ReadImage;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.Dataset;
import io.ssdlab.spi.data.DatasetReader;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads one split of the detection data of ILSVRC (2013 to 2017) in the layout published since 2015.
 *
 * <p>Labels and names of the classes come from the devkit's class map; annotations name them by synset. An image's id is
 * its path below the part. An image of the training part without an annotation file shows none of some class, but may
 * show others unmarked; images of the test part have no annotation.
 */
public final class IlsvrcReader implements DatasetReader {

    private final IlsvrcConfig config;

    @Inject
    public IlsvrcReader(IlsvrcConfig config) {
        this.config = config;
    }

    @Override
    public Dataset read() {
        IlsvrcLayout layout = IlsvrcLayout.find(config.folder());
        ImageList list = ImageList.read(layout.splitFile(config.split()), config.limit());
        ProblemReport report = new ProblemReport(layout.folder().toString());
        report.addAll(list.problems());
        Optional<ClassMap> read = classMap(report);
        if (read.isEmpty()) {
            report.throwIfAny();
        }
        ClassMap classes = read.orElseThrow();

        ListedImages images = new ListedImages(layout, list.file(), classes.labels(), config);
        List<AnnotatedImage> kept = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (ReadImage image : list.images().parallelStream().map(images::read).toList()) {
            report.addAll(image.problems());
            warnings.addAll(image.warnings());
            image.image()
                    .filter(found -> config.keepEmpty() || !found.objects().isEmpty())
                    .ifPresent(kept::add);
        }
        if (report.isEmpty() && kept.isEmpty()) {
            report.add(new Problem(
                    list.file().toString(),
                    "no image of the split is left",
                    "None has an annotation with an object: set keep-unannotated or keep-empty to true."));
        }
        report.throwIfAny();
        return new Dataset(classes.names(), kept, warnings);
    }

    /** Empty after a problem. */
    private Optional<ClassMap> classMap(ProblemReport report) {
        try {
            return Optional.of(ClassMap.read(config.classMapFile()));
        } catch (InvalidInputException e) {
            report.addAll(e.problems());
            return Optional.empty();
        }
    }
}
