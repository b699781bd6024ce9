package io.ssdlab.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ssdlab.core.config.ResolvedValue;
import io.ssdlab.core.plugin.ComponentChoice;
import io.ssdlab.core.plugin.toy.ToyBrighten;
import io.ssdlab.core.plugin.toy.ToyDataset;
import io.ssdlab.core.plugin.toy.ToyMatcher;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.Preprocessing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentFileTest {

    private final Laboratory lab = new Laboratory();

    @AfterEach
    void close() {
        lab.close();
    }

    private static Object config(ComponentChoice choice) {
        return choice.config().orElseThrow();
    }

    private static Object config(DatasetChoice choice) {
        assertThat(choice.parts()).hasSize(1);
        return config(choice.parts().get(0));
    }

    private static List<Object> configs(DatasetChoice choice) {
        return choice.parts().stream().map(ExperimentFileTest::config).toList();
    }

    @Test
    void resolvesAFileWithItsDefaults() {
        ExperimentPlan plan = lab.load("toy.yaml");

        Experiment toy = plan.base();
        assertThat(toy.name()).isEqualTo("toy");
        assertThat(toy.seeds()).containsExactly(1L);
        assertThat(toy.engine()).isEmpty();
        assertThat(toy.device().isAuto()).isTrue();
        assertThat(toy.model().inputSize()).isEqualTo(new InputSize(64, 32));
        assertThat(toy.model().pixels()).isEqualTo(new Preprocessing(Preprocessing.ChannelOrder.BGR, 104, 117, 123, 1));
        assertThat(toy.training().optimiser()).isEqualTo(new OptimiserSettings(0.001, 0.9, 0.0005, 2, 0, 1, 0));
        assertThat(toy.training().schedule()).isEqualTo(new ScheduleSettings(List.of(6, 8), 0.1));
        assertThat(toy.detection()).isEqualTo(new DetectionSettings(0.01, 400, 0.45, 200, 8, Optional.empty()));
        assertThat(toy.loader()).isEqualTo(new LoaderSettings(0, 4));
        assertThat(toy.training().augment())
                .extracting(ComponentChoice::name)
                .containsExactly("toy-mirror", "toy-brighten");
        assertThat(config(toy.dataset().train()))
                .isEqualTo(new ToyDataset.Config(lab.path("/data/train"), 3, "trainval"));
        assertThat(toy.training().matcher().where()).isEqualTo("toy.yaml:11:3");

        assertThat(plan.table()).isEmpty();
        assertThat(plan.rows()).hasSize(1);
        assertThat(plan.rows().get(0).name()).isEqualTo("toy");
        assertThat(plan.rows().get(0).experiment()).isEqualTo(toy);
    }

    @Test
    void theCommandLineGoesOverTheFileAndTheFileOverItsParent() {
        String file = "training: {batch: 4, iterations: 20}";

        TrainingSettings training = lab.extended(file, "training.batch=6", "training.batch=8")
                .base()
                .training();

        assertThat(training.batch()).isEqualTo(8);
        assertThat(training.iterations()).isEqualTo(20);
        assertThat(config(training.matcher())).isEqualTo(new ToyMatcher.Config(0.4, 0));
    }

    @Test
    void augmentersCanBeTurnedOffOnAndChangedWithoutLosingTheirOrder() {
        lab.write("own.yaml", "extends: toy.yaml\ntraining: {augment: {toy-mirror: off}}");
        assertThat(lab.load("own.yaml").base().training().augment())
                .extracting(ComponentChoice::name)
                .containsExactly("toy-brighten");
        assertThat(lab.load("own.yaml", "training.augment.toy-mirror=on")
                        .base()
                        .training()
                        .augment())
                .extracting(ComponentChoice::name)
                .containsExactly("toy-mirror", "toy-brighten");

        List<ComponentChoice> twice = lab.extended(
                        "training: {augment: {toy-brighten: {delta: 6}, again: {use: toy-brighten, delta: 7}}}")
                .base()
                .training()
                .augment();
        assertThat(twice)
                .extracting(ComponentChoice::name)
                .containsExactly("toy-mirror", "toy-brighten", "toy-brighten");
        assertThat(config(twice.get(1))).isEqualTo(new ToyBrighten.Config(6));
        assertThat(config(twice.get(2))).isEqualTo(new ToyBrighten.Config(7));
    }

    @Test
    void dataComesFromTheFileTheCommandLineOrTheEnvironment() {
        assertThat(config(lab.load("toy.yaml", "data=../mine").base().dataset().train()))
                .isEqualTo(new ToyDataset.Config(lab.path("/mine/train"), 3, "trainval"));

        lab.environment().put("SSDLAB_DATA", "/far");
        Experiment far = lab.extended("data: ~").base();
        assertThat(far.data()).isEqualTo(lab.path("/far"));
        assertThat(config(far.dataset().train()))
                .isEqualTo(new ToyDataset.Config(lab.path("/far/train"), 3, "trainval"));

        lab.environment().clear();
        assertThat(lab.extended("data: ~").base().data()).isEqualTo(lab.path("/lab"));
    }

    @Test
    void joinsSeveralDataSetsInOrder() {
        ExperimentPlan plan = lab.extended("""
                dataset:
                  train:
                    - {use: toy-blank, root: "${data}/one", split: train}
                    - {use: toy-blank, root: "${data}/two", split: "${dataset.train.0.split}"}
                """, "dataset.train.1.images=5");

        assertThat(configs(plan.base().dataset().train()))
                .containsExactly(
                        new ToyDataset.Config(lab.path("/data/one"), 3, "train"),
                        new ToyDataset.Config(lab.path("/data/two"), 5, "train"));
        assertThat(plan.base().dataset().train().parts())
                .extracting(ComponentChoice::where)
                .containsExactly("own.yaml:4:7", "own.yaml:5:7");
        assertThat(configs(plan.base().dataset().test())).hasSize(1);
        assertThat(plan.explanation().values())
                .contains(
                        new ResolvedValue("dataset.train.0.use", "toy-blank", "own.yaml:4:13"),
                        new ResolvedValue("dataset.train.1.images", "5", "--set"),
                        new ResolvedValue("dataset.test.use", "toy-blank", "toy.yaml:5:15"));
    }

    @Test
    void aListOfDataSetsIsReplacedByAListOrAMap() {
        lab.write("two.yaml", """
                extends: toy.yaml
                dataset: {train: [{use: toy-blank, root: /one}, {use: toy-blank, root: /two}]}
                """);
        lab.write("other.yaml", "extends: two.yaml\ndataset: {train: [{use: toy-blank, root: /three}]}");
        lab.write("single.yaml", "extends: two.yaml\ndataset: {train: {use: toy-blank, root: /four}}");

        assertThat(configs(lab.load("other.yaml").base().dataset().train()))
                .containsExactly(new ToyDataset.Config(lab.path("/three"), 3, "all"));
        assertThat(configs(lab.load("single.yaml").base().dataset().train()))
                .containsExactly(new ToyDataset.Config(lab.path("/four"), 3, "all"));
        assertThatThrownBy(() -> lab.load("two.yaml", "dataset.train.split=val"))
                .hasMessageContaining("--set: dataset.train does not say which dataset to use")
                .hasMessageContaining("changed by its number, such as dataset.train.0");
        assertThatThrownBy(() -> lab.load("two.yaml", "dataset.train.2.split=val"))
                .hasMessageContaining("--set: there is no dataset.train.2 to change\n    the list below has fewer");
        assertThatThrownBy(() -> lab.load("single.yaml", "dataset.train.0.split=val"))
                .hasMessageContaining("dataset.train is one dataset and no list: leave the number out");
    }

    @Test
    void numbersChangeItemsOfADefaultList() {
        assertThat(lab.extended("", "model.preprocessing.mean.1=7")
                        .base()
                        .model()
                        .preprocessing()
                        .mean())
                .containsExactly(104f, 7f, 123f);
        assertThatThrownBy(() -> lab.extended("model: {preprocessing: {mean: {2: 5, 3: 7}}}"))
                .hasMessageContaining("own.yaml:2:31: model.preprocessing.mean changes items by number, but there is no"
                        + " list below with all of 2, 3\n    items count from 0; or give the whole list");
    }

    @Test
    void aKeyGivenTwiceIsToldWithEverythingElse() {
        assertThat(lab.problems("seeds: [1]\nrecipe: toy-papre\nseeds: [2]\ntraining: {bach: 1}"))
                .containsExactly(
                        "own.yaml:4:1: the key seeds is given twice",
                        "own.yaml:3:9: there is no recipe named toy-papre",
                        "own.yaml:5:12: unknown key bach in training");
    }

    @Test
    void explainsEveryValue() {
        ExperimentPlan plan = lab.extended("training: {batch: 4}", "training.iterations=7");

        assertThat(plan.explanation().values())
                .contains(
                        new ResolvedValue("name", "own", "file name"),
                        new ResolvedValue("training.batch", "4", "own.yaml:2:19"),
                        new ResolvedValue("training.iterations", "7", "--set"),
                        new ResolvedValue("training.matcher.use", "toy-iou", "toy.yaml:11:18"),
                        new ResolvedValue("training.matcher.threshold", "0.4", "toy.yaml:11:38"),
                        new ResolvedValue("training.matcher.ignored", "0", "default"),
                        new ResolvedValue("training.optimiser.momentum", "0.9", "default"),
                        new ResolvedValue("model.priors.use", "toy-grid", "toy.yaml:9:11"),
                        new ResolvedValue("metrics.0.use", "toy-recall", "toy.yaml:20:11"),
                        new ResolvedValue("engine", "(none)", "default"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tabel: {}                        | own.yaml:2:1: unknown key tabel",
                "engine: Caffe                    | own.yaml:2:9: engine is the text 'Caffe'",
                "device: tpu                      | own.yaml:2:9: device is the text 'tpu'",
                "seeds: [1, 1]                    | 'own.yaml:1:1: the file: seeds [1, 1]: give at least one, each once'",
                "seeds: one                       | own.yaml:2:8: seeds is the text 'one'",
                "metrics: []                      | 'own.yaml:1:1: the file: metrics []: give at least one, each once'",
                "metrics: [voc70]                 | own.yaml:2:11: there is no metric named voc70",
                "metrics: toy-recall              | own.yaml:2:10: metrics is toy-recall",
                "model: {input: {width: 0}}       | own.yaml:2:24: model.input.width is 0",
                "model: {without-sources: [1, 1]} | 'own.yaml:2:1: model: without-sources [1, 1] names a map twice'",
                "model: {preprocessing: {mean: [1, 2]}} | 'own.yaml:2:9: model.preprocessing: mean has 2 values, expected three: blue, green, red'",
                "model: {backbone: {chanels: 3}}  | own.yaml:2:20: unknown key chanels in model.backbone",
                "model: {backbone: {use: toy-nett}} | own.yaml:2:25: there is no backbone named toy-nett",
                "model: {backbone: [toy-net]}     | own.yaml:2:19: model.backbone is a list",
                "model: {priors: {scale: {least: 1}}} | own.yaml:2:18: model.priors.scale: least 1.0 is above greatest 0.9",
                "model: {priors: {border: 1.5}}   | own.yaml:2:26: model.priors.border is 1.5",
                "training: {loss: {weight: 1}}    | own.yaml:2:19: unknown key weight in training.loss",
                "training: {augment: {toy-mirror: 3}} | own.yaml:2:34: training.augment.toy-mirror is '3'",
                "training: {augment: {toy-miror: on}} | own.yaml:2:22: there is no augmenter named toy-miror",
                "training: {augment: {bright: {use: toy-brighten}}} | own.yaml:2:22: training.augment.bright.delta is missing",
                "training: {batch: ~}             | own.yaml:2:1: training.batch is missing",
                "training: {schedule: {steps: [8, 6]}} | 'own.yaml:2:12: training.schedule: steps [8, 6] do not ascend'",
                "training: {optimiser: {learning-rate: -1}} | own.yaml:2:39: training.optimiser.learning-rate is -1",
                "description: ${script:javascript:1} | own.yaml:2:14: cannot resolve ${script:javascript:1}",
                "dataset: {test: ~}               | own.yaml:2:1: dataset.test is missing",
                "dataset: {train: []}             | own.yaml:2:18: dataset.train is an empty list",
                "dataset: {train: [toy-blank]}    | own.yaml:2:19: dataset.train.0.root is missing",
                "dataset: {train: [{split: val}]} | own.yaml:2:19: dataset.train.0 does not say which dataset to use",
                "dataset: {train: [~]}            | own.yaml:2:19: dataset.train.0 is '~'",
                "dataset: {train: 3}              | own.yaml:2:18: there is no dataset named 3",
                "dataset: {test: {use: ~}}        | own.yaml:2:11: dataset.test does not say which dataset to use",
            })
    void reportsEachProblemAtItsPlace(String text, String problem) {
        assertThat(lab.problems(text)).containsExactly(problem);
    }

    @Test
    void reportsTheProblemsOfTheCommandLineAndOfAllSectionsAtOnce() {
        assertThat(lab.problems("model: {backbone: {use: none}}\ntraining: {batch: 0}", "detection.batch=many"))
                .containsExactly(
                        "own.yaml:2:25: there is no backbone named none",
                        "own.yaml:3:19: training.batch is 0",
                        "--set: detection.batch is the text 'many'");
    }

    @Test
    void reportsTheProblemsOfAllDataSetsAtOnce() {
        assertThat(lab.problems(
                        "dataset: {train: [{use: toy-blank, root: /a, images: 0}, {use: nothing}, {use: toy-blank}]}"))
                .containsExactly(
                        "own.yaml:2:54: dataset.train.0.images is 0",
                        "own.yaml:2:64: there is no dataset named nothing",
                        "own.yaml:2:74: dataset.train.2.root is missing");
    }

    @Test
    void saysWhatAlmostEmptyFilesLack() {
        lab.write("little.yaml", "name: little\n");

        assertThatThrownBy(() -> lab.load("little.yaml"))
                .hasMessageContaining("little.yaml:1:1: dataset.train is missing")
                .hasMessageContaining("little.yaml:1:1: training.optimiser.learning-rate is missing")
                .hasMessageContaining("there is no metric named voc07");
    }

    @ParameterizedTest
    @CsvSource({"'', the file is empty", "'- 1', the file holds a list", "'5', the file holds a single value"})
    void refusesWhatIsNoMap(String text, String what) {
        lab.write("odd.yaml", text);

        assertThatThrownBy(() -> lab.load("odd.yaml")).hasMessageStartingWith("odd.yaml:1:1: " + what);
    }

    @Test
    void refusesMissingFilesAndFolders() {
        assertThatThrownBy(() -> lab.load("none.yaml")).hasMessageStartingWith("none.yaml: there is no such file");
        Path folder = lab.path("/lab");
        assertThatThrownBy(() -> lab.load(folder.toString())).hasMessageStartingWith("/lab: is a folder");
    }
}
