package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.cli.ExitCode;
import io.ssdlab.cli.progress.FetchProgress;
import io.ssdlab.core.fetch.DataFolder;
import io.ssdlab.core.fetch.DatasetFetcher;
import io.ssdlab.core.fetch.DownloadPolicy;
import io.ssdlab.core.fetch.FetchCatalogue;
import io.ssdlab.core.fetch.FetchableDataset;
import io.ssdlab.spi.InvalidInputException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ssdlab data fetch}: downloads data sets, checks them and unpacks them into the data folder. */
@Command(
        name = "fetch",
        description = "Downloads data sets, checks and unpacks them; goes on where it was interrupted.")
public final class DataFetchCommand implements Callable<Integer> {

    private final CliEnvironment environment;
    private final Supplier<FetchCatalogue> catalogue;
    private final DownloadPolicy policy;

    @Parameters(
            arity = "1..*",
            paramLabel = "NAME",
            description = "voc2007, voc2012; 'ssdlab data list' tells of each.")
    private List<String> names = List.of();

    @Mixin
    private DataFolderOption to = new DataFolderOption();

    @Option(names = "--keep-archives", description = "Leave the archives in DIR/downloads once they are unpacked.")
    private boolean keepArchives;

    /**
     * Not yet run.
     *
     * @param catalogue what can be fetched, read when the command runs
     */
    public DataFetchCommand(CliEnvironment environment, Supplier<FetchCatalogue> catalogue, DownloadPolicy policy) {
        this.environment = environment;
        this.catalogue = catalogue;
        this.policy = policy;
    }

    @Override
    public Integer call() {
        List<FetchableDataset> datasets = catalogue.get().named(names);
        DataFolder folder = to.of(environment)
                .orElseThrow(() -> new InvalidInputException(
                        "--to",
                        "no folder is named to put the data into",
                        "give --to DIR, or set the variable SSDLAB_DATA"));
        FetchProgress progress = new FetchProgress(environment.err(), environment.terminalColumns(), System::nanoTime);
        DatasetFetcher fetcher = new DatasetFetcher(folder, policy, keepArchives, progress);
        for (FetchableDataset dataset : datasets) {
            environment.err().println("%s: %s".formatted(dataset.name(), dataset.terms()));
            boolean fetched = fetcher.fetch(dataset);
            environment
                    .out()
                    .println("%s: %s in %s"
                            .formatted(
                                    dataset.name(),
                                    fetched ? "fetched, now" : "was there already,",
                                    environment.shown(folder.of(dataset))));
        }
        return ExitCode.DONE;
    }
}
