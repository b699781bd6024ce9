package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.cli.ExitCode;
import io.ssdlab.core.fetch.DataFolder;
import io.ssdlab.core.fetch.FetchCatalogue;
import io.ssdlab.core.fetch.FetchableDataset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ssdlab data list}: what can be fetched, how large it is, on what terms, and whether it is there. */
@Command(name = "list", description = "Lists what can be fetched: size, source, terms, and whether it is there.")
public final class DataListCommand implements Callable<Integer> {

    private final CliEnvironment environment;
    private final Supplier<FetchCatalogue> catalogue;

    @Mixin
    private DataFolderOption to = new DataFolderOption();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /**
     * Not yet run.
     *
     * @param catalogue what can be fetched, read when the command runs
     */
    public DataListCommand(CliEnvironment environment, Supplier<FetchCatalogue> catalogue) {
        this.environment = environment;
        this.catalogue = catalogue;
    }

    @Override
    public Integer call() {
        Optional<DataFolder> folder = to.of(environment);
        List<FetchableDataset> datasets = catalogue.get().datasets();
        if (json) {
            environment
                    .out()
                    .print(Json.of(datasets.stream()
                            .map(dataset -> asMap(dataset, folder))
                            .toList()));
        } else {
            datasets.forEach(dataset -> print(dataset, folder));
        }
        return ExitCode.DONE;
    }

    private static Map<String, Object> asMap(FetchableDataset dataset, Optional<DataFolder> folder) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", dataset.name());
        fields.put("title", dataset.title());
        fields.put("bytes", dataset.bytes());
        fields.put("page", dataset.page().toString());
        fields.put("terms", dataset.terms());
        fields.put("archives", dataset.archives());
        folder.ifPresent(in -> {
            fields.put("folder", in.of(dataset).toString());
            fields.put("presence", in.presence(dataset).name().toLowerCase(Locale.ROOT));
        });
        return fields;
    }

    private void print(FetchableDataset dataset, Optional<DataFolder> folder) {
        environment.out().printf(Locale.ROOT, "%s  %s%n", dataset.name(), dataset.title());
        line("size", String.format(Locale.ROOT, "%.0f MB", dataset.bytes() / 1e6));
        line("source", dataset.page().toString());
        line("terms", dataset.terms());
        line(
                "here",
                folder.map(in -> here(dataset, in))
                        .orElse("unknown: neither --to nor SSDLAB_DATA names a data folder"));
    }

    private void line(String name, String value) {
        environment.out().printf(Locale.ROOT, "  %-8s%s%n", name, value);
    }

    private String here(FetchableDataset dataset, DataFolder folder) {
        String place = environment.shown(folder.of(dataset));
        return switch (folder.presence(dataset)) {
            case ABSENT -> "no";
            case FETCHED -> "yes, " + place;
            case INCOMPLETE -> place + " is not as it was fetched";
            case FOREIGN -> place + ", which was not fetched";
        };
    }
}
