package io.ssdlab.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.evaluation.Scores;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoreReportTest {

    private static final List<String> COCO =
            List.of("AP", "AP50", "AP75", "APs", "APm", "APl", "AR1", "AR10", "AR100", "ARs", "ARm", "ARl");

    @Test
    void tellsClassesAndTheirMean() {
        ScoreReport report = new ScoreReport("voc07", new Scores(0.75, classes(), Map.of("recall", 0.5)));

        assertThat(report.text()).isEqualTo("""
                cat           0.7500
                yeti          undefined
                mAP           0.7500
                recall        0.5000
                """);
        assertThat(report.csv()).isEqualTo("name,value\ncat,0.75\nyeti,\nmAP,0.75\n");
        assertThat(report.values()).containsOnlyKeys("metric", "mAP", "classes");
        assertThat(report.values()).containsEntry("metric", "voc07").containsEntry("mAP", 0.75);
        assertThat(report.values().get("classes")).isEqualTo(classes());
    }

    @Test
    void aMeanOfNothingIsUndefined() {
        ScoreReport report = new ScoreReport("voc07", new Scores(Double.NaN, Map.of(), Map.of()));

        assertThat(report.text()).isEqualTo("mAP           undefined\n");
        assertThat(report.csv()).isEqualTo("name,value\nmAP,\n");
        assertThat(report.values()).containsEntry("mAP", Double.NaN);
    }

    @Test
    void tellsCocosNumbersAsCocoDoes() {
        ScoreReport report = new ScoreReport("coco", coco());

        assertThat(report.text()).isEqualTo("""
                 Average Precision  (AP) @[ IoU=0.50:0.95 | area=   all | maxDets=100 ] = 0.436
                 Average Precision  (AP) @[ IoU=0.50      | area=   all | maxDets=100 ] = 0.010
                 Average Precision  (AP) @[ IoU=0.75      | area=   all | maxDets=100 ] = 0.020
                 Average Precision  (AP) @[ IoU=0.50:0.95 | area= small | maxDets=100 ] = 0.030
                 Average Precision  (AP) @[ IoU=0.50:0.95 | area=medium | maxDets=100 ] = 0.040
                 Average Precision  (AP) @[ IoU=0.50:0.95 | area= large | maxDets=100 ] = 0.050
                 Average Recall     (AR) @[ IoU=0.50:0.95 | area=   all | maxDets=  1 ] = 0.060
                 Average Recall     (AR) @[ IoU=0.50:0.95 | area=   all | maxDets= 10 ] = 0.070
                 Average Recall     (AR) @[ IoU=0.50:0.95 | area=   all | maxDets=100 ] = 0.080
                 Average Recall     (AR) @[ IoU=0.50:0.95 | area= small | maxDets=100 ] = 0.090
                 Average Recall     (AR) @[ IoU=0.50:0.95 | area=medium | maxDets=100 ] = 0.100
                 Average Recall     (AR) @[ IoU=0.50:0.95 | area= large | maxDets=100 ] = -1.000
                """);
        assertThat(report.csv())
                .startsWith("name,value\nAP,0.4362\nAP50,0.01\n")
                .endsWith("\nARl,-1.0\ncat,0.75\nyeti,-1.0\n");
    }

    @Test
    void cocosUndefinedNumbersAreMinusOne() {
        Map<String, Object> values = new ScoreReport("coco", coco()).values();

        assertThat(values.keySet()).startsWith("metric", "AP", "AP50").endsWith("ARl", "classes");
        assertThat(values).hasSize(14).containsEntry("AP", 0.4362).containsEntry("ARl", -1.0);
        assertThat(values.get("classes")).isEqualTo(Map.of("cat", 0.75, "yeti", -1.0));
    }

    private static Scores coco() {
        Map<String, Double> details = new LinkedHashMap<>();
        COCO.subList(1, COCO.size()).forEach(key -> details.put(key, (details.size() + 1) / 100.0));
        details.put("ARl", Double.NaN);
        return new Scores(0.4362, classes(), details);
    }

    private static Map<String, Double> classes() {
        Map<String, Double> classes = new LinkedHashMap<>();
        classes.put("cat", 0.75);
        classes.put("yeti", Double.NaN);
        return classes;
    }
}
