package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.core.engine.EngineName;
import io.ssdlab.core.experiment.ExperimentPlan;
import io.ssdlab.core.run.PlanTable;
import io.ssdlab.core.run.ResultsFolder;
import io.ssdlab.core.table.AblationReport;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Makes the table of an experiment from stored runs and writes it to the experiment's folder. */
final class TableFiles {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,+@%-]+");

    private final Laboratory laboratory;
    private final CliEnvironment environment;
    private final ExperimentOptions options;
    private final ResultsFolder results;

    TableFiles(Laboratory laboratory, CliEnvironment environment, ExperimentOptions options, ResultsFolder results) {
        this.laboratory = laboratory;
        this.environment = environment;
        this.options = options;
        this.results = results;
    }

    /** Writes {@code table.md} and {@code table.csv}, each replaced as a whole. */
    AblationReport write(Path file, ExperimentPlan plan, EngineName engine) {
        AblationReport report = new PlanTable(laboratory.plugins(), results, engine).of(plan, command(file, engine));
        Path folder = results.experiment(plan.base().name());
        report.writeMarkdown(folder.resolve("table.md"));
        report.writeCsv(folder.resolve("table.csv"));
        environment.err().println("ssdlab: wrote %s and table.csv".formatted(shown(folder.resolve("table.md"))));
        return report;
    }

    /** What makes the table anew, the same whichever command made it. */
    private String command(Path file, EngineName engine) {
        StringBuilder command = new StringBuilder("ssdlab table ").append(quoted(shown(file)));
        options.sets().forEach(set -> command.append(" --set ").append(quoted(set)));
        options.results().ifPresent(folder -> command.append(" --results ").append(quoted(folder)));
        return command.append(" --engine ").append(engine).toString();
    }

    /** A path below the checkout is told from there: tables are read on other machines too. */
    private String shown(Path file) {
        Path path = file.normalize();
        Path home = environment.home().normalize();
        return path.startsWith(home) ? home.relativize(path).toString() : path.toString();
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
