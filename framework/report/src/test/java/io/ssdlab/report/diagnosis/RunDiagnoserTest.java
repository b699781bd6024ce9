package io.ssdlab.report.diagnosis;

import static io.ssdlab.report.diagnosis.Scene.detection;
import static io.ssdlab.report.diagnosis.Scene.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.core.fidelity.FidelityNote;
import io.ssdlab.core.store.AtomicFile;
import io.ssdlab.core.store.Environment;
import io.ssdlab.core.store.FinishedRun;
import io.ssdlab.core.store.InferenceSpeed;
import io.ssdlab.core.store.MetricsLog;
import io.ssdlab.core.store.RunDescription;
import io.ssdlab.core.store.RunDirectory;
import io.ssdlab.core.store.RunIdentity;
import io.ssdlab.core.store.RunOutcome;
import io.ssdlab.core.store.RunStore;
import io.ssdlab.core.store.StepMetrics;
import io.ssdlab.spi.Problem;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunDiagnoserTest {

    private static final String CONFIG =
            "{\"metrics\": [{\"use\": \"voc12\"}], \"model\": {\"input\": {\"width\": 300, \"height\": 300}}}";
    private static final String TRUTH = """
            {"images": [{"id": "a", "file_name": "a.jpg", "width": 200, "height": 200}],
             "categories": [{"id": 1, "name": "cat"}, {"id": 2, "name": "dog"}],
             "annotations": [{"id": 1, "image_id": "a", "category_id": 1, "bbox": [0, 0, 40, 40]}]}
            """;
    private static final String DETECTIONS = """
            [{"image_id": "a", "category_id": 2, "bbox": [0, 0, 40, 40], "score": 0.9},
             {"image_id": "a", "category_id": 1, "bbox": [0, 0, 40, 40], "score": 0.8}]
            """;

    private final FileSystem disk = Jimfs.newFileSystem(
            Configuration.unix().toBuilder().setWorkingDirectory("/lab").build());
    private final RunStore store = new RunStore(disk.getPath("/results/runs"));
    private final RunDiagnoser diagnoser = new RunDiagnoser(DiagnosisSettings.standard());

    @AfterEach
    void close() throws IOException {
        disk.close();
    }

    private FinishedRun run(long seed, String config, String truth, String detections) {
        RunIdentity identity = RunIdentity.of("c0ffee", seed, "da7a", "MXNet 1.9.1", Map.of("ssd", "1.0"));
        RunDescription description = new RunDescription("quickstart", "default", identity, new TreeMap<>());
        try (RunDirectory directory = store.open(description, config)) {
            directory.writeEnvironment(new Environment(Map.of("java", "17")));
            directory.writeFidelity(FidelityNote.withoutRecipe());
            try (MetricsLog log = directory.openMetrics(List.of(), 0)) {
                log.append(new StepMetrics(1, 2, Map.of(), 0.1, 10, 0));
            }
            directory.writeCheckpoint(1, out -> out.write(7));
            new AtomicFile(directory.detectionsFile()).write(detections);
            new AtomicFile(directory.groundTruthFile()).write(truth);
            return store.files(directory.finish(
                    new RunOutcome(8732, 1, Map.of(), new InferenceSpeed(1, 8, "all")),
                    Instant.parse("2026-05-04T12:00:00Z")));
        }
    }

    @Test
    void readsARun() {
        FinishedRun run = run(1, CONFIG, TRUTH, DETECTIONS);
        DiagnosisOutcome outcome = diagnoser.diagnose(run);
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.run()).isEqualTo(run.folder().getFileName().toString());
        RunDiagnosis expected = Scene.of(
                        List.of(object(1, 0, 0, 40, 40)),
                        List.of(detection(2, 0.9, 0, 0, 40, 40), detection(1, 0.8, 0, 0, 40, 40)))
                .diagnosed(ScoringRule.VOC12);
        RunDiagnosis diagnosis = outcome.diagnosis().orElseThrow();
        assertThat(diagnosis.run()).isEqualTo(outcome.run());
        assertThat(diagnosis.rule()).isEqualTo(ScoringRule.VOC12);
        assertThat(diagnosis.errors()).isEqualTo(expected.errors());
        assertThat(diagnosis.classes()).isEqualTo(expected.classes());
        assertThat(diagnosis.sensitivities()).isEqualTo(expected.sensitivities());
        assertThat(diagnosis.confusion()).isEqualTo(expected.confusion());
    }

    @ParameterizedTest
    @CsvSource({"voc07, VOC07", "voc12, VOC12", "ilsvrc, VOC12", "coco, COCO", "lvis, COCO"})
    void judgesByTheFirstMetric(String metric, ScoringRule rule) {
        String config = "{\"metrics\": [\"%s\", \"voc07\"]}".formatted(metric);
        assertThat(diagnoser.diagnose(run(1, config, TRUTH, DETECTIONS)).diagnosis())
                .map(RunDiagnosis::rule)
                .contains(rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"config.json", "ground-truth.json", "detections.json"})
    void namesAFileThatIsDamagedOrMissing(String name) throws IOException {
        FinishedRun run = run(1, CONFIG, TRUTH, DETECTIONS);
        Path file = run.folder().resolve(name);
        Files.writeString(file, Files.readString(file) + " ");
        assertProblem(run, file, "is missing, or is not as it was");
        Files.delete(file);
        assertProblem(run, file, "is missing, or is not as it was");
    }

    @Test
    void namesWhatIsWrongInAFileThatIsWhole() {
        FinishedRun run = run(1, CONFIG, TRUTH, DETECTIONS.replace("\"category_id\": 2", "\"category_id\": 3"));
        Problem problem = problem(run);
        assertThat(problem.where()).endsWith("detections.json:1:2");
        assertThat(problem.what()).isEqualTo("unknown category 3");
        assertThat(problem(run(2, "{", TRUTH, DETECTIONS)).where()).endsWith("config.json");
        assertThat(problem(run(3, CONFIG, "[]", DETECTIONS)).where()).contains("ground-truth.json");
    }

    private void assertProblem(FinishedRun run, Path file, String what) {
        Problem problem = problem(run);
        assertThat(problem.where()).isEqualTo(file.toString());
        assertThat(problem.what()).startsWith(what);
        assertThat(problem.remedy()).contains("again");
    }

    private Problem problem(FinishedRun run) {
        DiagnosisOutcome outcome = diagnoser.diagnose(run);
        assertThat(outcome.diagnosis()).isEmpty();
        assertThat(outcome.problems()).hasSize(1);
        return outcome.problems().get(0);
    }

    @Test
    void diagnosesManyAtOnce() throws IOException {
        List<FinishedRun> runs = List.of(
                run(1, CONFIG, TRUTH, DETECTIONS), run(2, CONFIG, TRUTH, "[]"), run(3, CONFIG, TRUTH, DETECTIONS));
        Files.delete(runs.get(0).detectionsFile());
        List<DiagnosisOutcome> outcomes =
                runs.parallelStream().map(diagnoser::diagnose).toList();
        assertThat(outcomes)
                .extracting(DiagnosisOutcome::run)
                .containsExactlyElementsOf(runs.stream()
                        .map(run -> run.folder().getFileName().toString())
                        .toList());
        assertThat(outcomes)
                .extracting(outcome -> outcome.diagnosis().isPresent())
                .containsExactly(false, true, true);
        assertThat(RunComparison.of(
                                outcomes.get(1).diagnosis().orElseThrow(),
                                outcomes.get(2).diagnosis().orElseThrow())
                        .images()
                        .get(0)
                        .gain())
                .isPositive();
    }
}
