package io.ssdlab.cli.command;

import io.ssdlab.core.engine.EngineName;
import io.ssdlab.core.table.AblationLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was asked for when a table was made, as command lines that make it anew: the same whichever command made it, and on
 * whatever machine.
 *
 * @param home the checkout
 * @param file of the experiment
 * @param pluginPath the values of {@link Laboratories#PLUGIN_PATH}
 */
record TableOrder(Path home, Path file, ExperimentOptions options, List<String> pluginPath, EngineName engine) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,+@%-]+");
    /** A setting whose value is a path that leads out of the checkout: where somebody keeps data is nobody's business. */
    private static final Pattern OUTSIDE = Pattern.compile("([^=]+)=(?:/|~|\\.\\.(?:/|$)).*", Pattern.DOTALL);

    TableOrder {
        pluginPath = List.copyOf(pluginPath);
    }

    AblationLayout.Commands commands() {
        return new AblationLayout.Commands(command("run"), command("table"));
    }

    private String command(String name) {
        StringBuilder command =
                new StringBuilder("ssdlab ").append(name).append(' ').append(quoted(shown(file)));
        options.sets().forEach(set -> command.append(" --set ").append(quoted(portable(set))));
        pluginPath.forEach(path -> command.append(' ').append(quoted(portable(Laboratories.PLUGIN_PATH + "=" + path))));
        options.results().ifPresent(folder -> command.append(" --results ").append(quoted(folder)));
        return command.append(" --engine ").append(engine).toString();
    }

    private static String portable(String set) {
        Matcher outside = OUTSIDE.matcher(set);
        return outside.matches() ? outside.group(1) + "=DIR" : set;
    }

    /** A path below the checkout is told from there: tables are read on other machines too. */
    String shown(Path path) {
        Path below = path.normalize();
        Path checkout = home.normalize();
        return below.startsWith(checkout) ? checkout.relativize(below).toString() : below.toString();
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
