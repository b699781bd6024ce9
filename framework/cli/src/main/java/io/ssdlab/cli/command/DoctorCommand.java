package io.ssdlab.cli.command;

import ai.djl.engine.Engine;
import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.cli.ExitCode;
import io.ssdlab.core.engine.DeviceChoice;
import io.ssdlab.core.engine.EngineChoice;
import io.ssdlab.core.engine.EngineClassPath;
import io.ssdlab.core.engine.EngineReport;
import io.ssdlab.core.engine.GpuDriver;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ssdlab doctor}: which engine, which native library, which device, how many threads, how fast. */
@Command(name = "doctor", description = "Shows engine, native library, device and threads, and times one convolution.")
public final class DoctorCommand implements Callable<Integer> {

    private final CliEnvironment environment;

    @Option(names = "--engine", paramLabel = "NAME", description = "MXNet (default) or PyTorch.")
    private Optional<String> engine = Optional.empty();

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            defaultValue = "auto",
            description = "auto (default: a GPU if the engine sees one), cpu, gpu0, gpu1, ...")
    private String device;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** Not yet run. */
    public DoctorCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        DeviceChoice deviceChoice = DeviceChoice.parse(device, "--device");
        EngineChoice choice = EngineChoice.resolve(engine, Optional.empty(), environment.variables());
        GpuDriver driver = new GpuDriver(environment.workingDirectory().getRoot());
        Engine loaded = new EngineClassPath(environment.engines(), environment.variables()).load(choice.engine());
        EngineReport report =
                EngineReport.of(loaded, deviceChoice.device(loaded, driver), environment.variables(), driver);
        environment.out().print(json ? asJson(choice, report) : asText(choice, report));
        return ExitCode.DONE;
    }

    private static String asText(EngineChoice choice, EngineReport report) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "engine",
                "%s %s (%s), DJL %s"
                        .formatted(report.engine(), report.engineVersion(), choice.origin(), report.djlVersion()));
        line(text, "Java", Runtime.version() + ", " + System.getProperty("java.vm.name"));
        line(
                text,
                "libraries",
                report.libraries().files().isEmpty()
                        ? "unknown on this platform"
                        : String.join("\n              ", report.libraries().files()));
        line(text, "device", report.device() + gpus(report.gpus()));
        line(
                text,
                "threads",
                "OMP_NUM_THREADS %s, OpenMP uses %s, %d processors"
                        .formatted(
                                report.ompNumThreads().orElse("not set"),
                                report.openMpThreads().isPresent()
                                        ? report.openMpThreads().getAsInt()
                                        : "an unknown number",
                                report.processors()));
        line(
                text,
                "convolution",
                String.format(
                        Locale.ROOT,
                        "%.0f GMAC/s (3x3, 512 to 512 channels, 38x38, one image: %.1f ms), %.1f cores busy",
                        report.convolution().gigaMacsPerSecond(),
                        report.convolution().milliseconds(),
                        report.convolution().busyCores()));
        report.warnings().forEach(warning -> line(text, "warning", warning));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format(Locale.ROOT, "%-14s%s%n", name, value));
    }

    private static String gpus(int count) {
        return count == 0 ? " (the engine reports no GPU)" : " (GPUs that the engine reports: %d)".formatted(count);
    }

    private static String asJson(EngineChoice choice, EngineReport report) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("engine", report.engine());
        fields.put("engineChosenBy", choice.origin());
        fields.put("engineVersion", report.engineVersion());
        fields.put("djlVersion", report.djlVersion());
        fields.put("javaVersion", Runtime.version().toString());
        fields.put("libraries", report.libraries().files());
        fields.put("device", report.device());
        fields.put("gpus", report.gpus());
        report.ompNumThreads().ifPresent(threads -> fields.put("ompNumThreads", threads));
        report.openMpThreads().ifPresent(threads -> fields.put("openMpThreads", threads));
        fields.put("processors", report.processors());
        fields.put("convolutionGigaMacsPerSecond", report.convolution().gigaMacsPerSecond());
        fields.put("convolutionMilliseconds", report.convolution().milliseconds());
        fields.put("convolutionBusyCores", report.convolution().busyCores());
        fields.put("warnings", report.warnings());
        return Json.of(fields);
    }
}
