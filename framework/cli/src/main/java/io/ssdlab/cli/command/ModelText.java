package io.ssdlab.cli.command;

import io.ssdlab.core.config.ResolvedValue;
import io.ssdlab.core.engine.EngineChoice;
import io.ssdlab.core.experiment.Row;
import io.ssdlab.core.fidelity.Difference;
import io.ssdlab.core.fidelity.FidelityNote;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.model.SourceMap;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What {@code ssdlab explain} prints.
 *
 * @param network empty if no engine was to be loaded
 * @param identity SHA-256 of what determines the row's numbers
 */
record ModelText(Row row, DetectorLayout layout, Optional<NetworkText> network, EngineChoice engine, String identity) {

    private static final int WIDEST = 40;

    String asText() {
        StringBuilder text = new StringBuilder();
        List<ResolvedValue> values = row.explanation().values();
        int keys = width(values, ResolvedValue::key, Integer.MAX_VALUE);
        int widest = width(values, ResolvedValue::value, WIDEST);
        for (ResolvedValue value : values) {
            line(text, "%-" + keys + "s  %-" + widest + "s  %s", value.key(), value.value(), value.origin());
        }
        text.append('\n');
        line(text, "row          %s", row.name());
        line(text, "engine       %s (%s)", engine.engine(), engine.origin());
        line(text, "input        %s", layout.input());
        for (Source source : sources()) {
            line(
                    text,
                    "source map   %-12s %4d channels  %7s  %s",
                    source.map().name(),
                    source.map().channels(),
                    source.map().columns() + "x" + source.map().rows(),
                    source.layer()
                            .map(layer -> "%d boxes a cell, %5d boxes".formatted(layer.boxesPerCell(), layer.boxes()))
                            .orElse("not predicted from"));
        }
        line(text, "prior boxes  %d", layout.priors().size());
        network.ifPresent(known -> known.lines().forEach(line -> line(text, "%s", line)));
        line(text, "identity     %s", identity);
        fidelity(text);
        return text.toString();
    }

    private void fidelity(StringBuilder text) {
        FidelityNote note = row.fidelity();
        text.append('\n');
        line(text, "fidelity: %s", note.summary());
        if (!note.differences().isEmpty()) {
            line(text, "  %s (%s)", note.title(), note.source());
        }
        int keys = width(note.differences(), Difference::key, Integer.MAX_VALUE);
        int values = width(note.differences(), Difference::value, WIDEST);
        for (Difference difference : note.differences()) {
            line(
                    text,
                    "  %-" + keys + "s  %-" + values + "s  published: %s",
                    difference.key(),
                    difference.value(),
                    difference.published());
        }
        note.published().forEach((name, score) -> line(text, "published %s: %s", name, score));
        if (!note.unavoidable().isEmpty()) {
            line(text, "known and unavoidable:");
            note.unavoidable().forEach(sentence -> line(text, "  - %s", sentence));
        }
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("row", row.name());
        map.put("values", row.explanation().values());
        map.put("engine", engine.engine().djlName());
        map.put("input", layout.input());
        map.put("sources", layout.sources());
        map.put("priorLayers", layout.priors().layers());
        map.put("priorBoxes", layout.priors().size());
        network.ifPresent(known -> map.putAll(known.asMap()));
        map.put("identity", identity);
        map.put("fidelity", row.fidelity());
        return map;
    }

    /** The width of a column; what is longer than {@code most} sticks out. */
    private static <T> int width(List<T> items, Function<T, String> column, int most) {
        return items.stream()
                .mapToInt(item -> column.apply(item).length())
                .filter(length -> length <= most)
                .max()
                .orElse(1);
    }

    private record Source(SourceMap map, Optional<PriorLayer> layer) {}

    private List<Source> sources() {
        Iterator<PriorLayer> layers = layout.priors().layers().iterator();
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < layout.sources().size(); i++) {
            Optional<PriorLayer> layer = layout.predictedFrom().get(i) ? Optional.of(layers.next()) : Optional.empty();
            sources.add(new Source(layout.sources().get(i), layer));
        }
        return sources;
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
