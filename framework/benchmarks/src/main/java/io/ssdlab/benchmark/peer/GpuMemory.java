package io.ssdlab.benchmark.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What processes hold of the memory of the GPUs, as the driver's {@code nvidia-smi} tells. */
final class GpuMemory {

    private static final Pattern LINE = Pattern.compile("\\s*([0-9]+)\\s*,\\s*([0-9]+)\\s*");

    private GpuMemory() {}

    /** Mebibytes by process; without those that the driver says no number for. */
    static Map<Long, Long> mebibytesOfProcesses() throws IOException {
        Process tool = new ProcessBuilder(
                        "nvidia-smi", "--query-compute-apps=pid,used_memory", "--format=csv,noheader,nounits")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<Long, Long> held = new HashMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(tool.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher matcher = LINE.matcher(line);
                if (matcher.matches()) {
                    held.merge(Long.valueOf(matcher.group(1)), Long.valueOf(matcher.group(2)), Long::sum);
                }
            }
        }
        return held;
    }
}
