package io.ssdlab.core.fetch;

import io.ssdlab.core.config.Interpolation;
import io.ssdlab.core.config.NearestNames;
import io.ssdlab.core.config.Problems;
import io.ssdlab.core.config.RecordBinder;
import io.ssdlab.core.config.YamlReader;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The data sets that can be fetched. */
public record FetchCatalogue(
        @Setting("The data sets, in the order in which they are listed.")
        List<FetchableDataset> datasets) {

    private static final String BUNDLED = "catalogue.yaml";

    public FetchCatalogue {
        datasets = List.copyOf(datasets);
        Set<String> names = new HashSet<>();
        for (FetchableDataset dataset : datasets) {
            if (!names.add(dataset.name())) {
                throw new IllegalArgumentException("datasets has " + dataset.name() + " twice");
            }
        }
    }

    /** The catalogue that ssdlab brings along. */
    public static FetchCatalogue bundled() {
        try (InputStream in = FetchCatalogue.class.getResourceAsStream(BUNDLED)) {
            if (in == null) {
                throw new IllegalStateException("the class path lacks " + BUNDLED);
            }
            return read(BUNDLED, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a catalogue.
     *
     * @param source what problems name as their place
     * @param yaml the text
     * @throws InvalidInputException with every problem
     */
    public static FetchCatalogue read(String source, String yaml) {
        Problems problems = new Problems();
        Optional<FetchCatalogue> catalogue = new RecordBinder(
                        Path.of(""), new Interpolation(List.of(), Map.of()), List.of(), problems)
                .bind("", new YamlReader().read(source, yaml), FetchCatalogue.class);
        problems.throwIfAny();
        return catalogue.orElseThrow();
    }

    /**
     * The data sets of the given names, each once.
     *
     * @throws InvalidInputException with every name that there is not
     */
    public List<FetchableDataset> named(List<String> names) {
        List<String> known = datasets.stream().map(FetchableDataset::name).toList();
        Problems problems = new Problems();
        Set<FetchableDataset> named = new LinkedHashSet<>();
        for (String name : names) {
            datasets.stream()
                    .filter(dataset -> dataset.name().equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                            named::add,
                            () -> problems.add(
                                    name,
                                    "no data set of this name can be fetched",
                                    new NearestNames(known).remedy(name, "there are")));
        }
        problems.throwIfAny();
        return List.copyOf(named);
    }
}
