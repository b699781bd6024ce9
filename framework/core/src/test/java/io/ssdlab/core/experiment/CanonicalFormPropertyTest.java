package io.ssdlab.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CanonicalFormPropertyTest {

    private final Laboratory lab = new Laboratory();

    @Provide
    Arbitrary<List<String>> settings() {
        Arbitrary<String> text = Arbitraries.strings()
                .withCharRange(' ', '~')
                .excludeChars('\'', '$')
                .ofMinLength(1)
                .ofMaxLength(12)
                .map(words -> "description='" + words + "'");
        Arbitrary<String> rate = Arbitraries.doubles()
                .between(1e-12, 1e3)
                .ofScale(15)
                .map(value -> "training.optimiser.learning-rate=" + value);
        Arbitrary<String> mean = Arbitraries.floats()
                .between(0, 255)
                .list()
                .ofSize(3)
                .map(values -> "model.preprocessing.mean=" + values);
        Arbitrary<String> seeds =
                Arbitraries.longs().set().ofMinSize(1).ofMaxSize(5).map(values -> "seeds=" + List.copyOf(values));
        Arbitrary<String> augmenters = Arbitraries.of(
                "training.augment.toy-mirror=off",
                "training.augment.toy-brighten.delta=9",
                "training.augment=[toy-mirror, toy-mirror]",
                "training.augment=[]");
        Arbitrary<String> others = Arbitraries.of(
                "engine=PyTorch",
                "device=GPU1",
                "model.preprocessing.channel-order=rgb",
                "model.priors.border=3",
                "model.priors.rounding=down",
                "dataset.test.split=2007",
                "dataset.test.split='yes'",
                "dataset.test=[{use: toy-blank, root: /one}]",
                "dataset.test=[{use: toy-blank, root: /one}, {use: toy-blank, root: /two, images: 4}]",
                "data=../away");
        return Combinators.combine(text, rate, mean, seeds, augmenters, others).as(List::of);
    }

    @Property(tries = 60)
    void theCanonicalFormLoadsToTheSameExperimentAndHash(@ForAll("settings") List<String> sets) {
        Experiment experiment =
                lab.load("toy.yaml", sets.toArray(String[]::new)).base();

        lab.write("again.yaml", ConfigIdentity.resolvedJson(experiment));
        Experiment again = lab.load("again.yaml").base();

        assertThat(again).isEqualTo(experiment);
        assertThat(ConfigIdentity.of(again)).isEqualTo(ConfigIdentity.of(experiment));
        assertThat(ConfigIdentity.resolvedJson(again)).isEqualTo(ConfigIdentity.resolvedJson(experiment));
    }
}
