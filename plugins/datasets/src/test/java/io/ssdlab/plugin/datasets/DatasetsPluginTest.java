package io.ssdlab.plugin.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.plugin.datasets.coco.CocoReader;
import io.ssdlab.plugin.datasets.coco.evaluation.CocoMetric;
import io.ssdlab.plugin.datasets.evaluation.IlsvrcMetric;
import io.ssdlab.plugin.datasets.evaluation.Voc07Metric;
import io.ssdlab.plugin.datasets.evaluation.Voc12Metric;
import io.ssdlab.plugin.datasets.ilsvrc.IlsvrcReader;
import io.ssdlab.plugin.datasets.shapes.ShapesReader;
import io.ssdlab.plugin.datasets.voc.VocReader;
import io.ssdlab.spi.Contributions;
import io.ssdlab.spi.Plugin;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

final class DatasetsPluginTest {

    @Test
    void theServiceLoaderFindsIt() {
        assertThat(ServiceLoader.load(Plugin.class)).singleElement().satisfies(plugin -> {
            assertThat(plugin).isInstanceOf(DatasetsPlugin.class);
            assertThat(plugin.name()).isEqualTo("datasets");
        });
    }

    @Test
    void itOffersTheReadersAndMetrics() {
        Map<String, Object> offered = new HashMap<>();
        Contributions recorder = (Contributions) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Contributions.class}, (proxy, method, arguments) -> {
                    offered.put(method.getName() + " " + arguments[0], arguments[1]);
                    return proxy;
                });

        new DatasetsPlugin().contribute(recorder);

        assertThat(offered)
                .containsOnly(
                        Map.entry("dataset voc", VocReader.class),
                        Map.entry("dataset ilsvrc", IlsvrcReader.class),
                        Map.entry("dataset coco", CocoReader.class),
                        Map.entry("dataset shapes", ShapesReader.class),
                        Map.entry("metric voc07", Voc07Metric.class),
                        Map.entry("metric voc12", Voc12Metric.class),
                        Map.entry("metric ilsvrc", IlsvrcMetric.class),
                        Map.entry("metric coco", CocoMetric.class));
    }
}
