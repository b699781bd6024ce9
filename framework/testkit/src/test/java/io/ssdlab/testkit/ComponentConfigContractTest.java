package io.ssdlab.testkit;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ComponentConfigContractTest {

    static class Good extends ComponentConfigContract {
        @Override
        protected Class<? extends ComponentConfig> settings() {
            return ToyPlugin.ToyConfig.class;
        }
    }

    @Test
    void goodSettingsPass() {
        ContractRun.of(Good.class).assertPasses();
    }

    /** A range of which the ends must be given in order. */
    record RangeConfig(
            @Setting("From.") int from,
            @Setting("To, above from.") int to,

            @Setting(value = "Which of them.", defaultsTo = "from")
            String which)
            implements ComponentConfig {

        RangeConfig {
            if (to <= from) {
                throw new IllegalArgumentException("to %d is not above from %d".formatted(to, from));
            }
        }
    }

    static class OfARange extends ComponentConfigContract {
        @Override
        protected Class<? extends ComponentConfig> settings() {
            return RangeConfig.class;
        }

        @Override
        protected String given() {
            return "to: 20";
        }
    }

    static class OfARangeWithoutValues extends ComponentConfigContract {
        @Override
        protected Class<? extends ComponentConfig> settings() {
            return RangeConfig.class;
        }
    }

    @Test
    void settingsThatMustFitTogetherNeedValues() {
        ContractRun.of(OfARange.class).assertPasses();
        ContractRun.of(OfARangeWithoutValues.class)
                .assertFailsOnly("defaultsBind", "defaultsCanBeWrittenDown", "everyKeyCanBeGiven");
    }

    /** Forgets what it is given. */
    record ForgetfulConfig(@Setting("May be given.") Optional<Integer> count) implements ComponentConfig {

        ForgetfulConfig {
            count = Optional.empty();
        }
    }

    static class Forgetful extends ComponentConfigContract {
        @Override
        protected Class<? extends ComponentConfig> settings() {
            return ForgetfulConfig.class;
        }
    }

    @Test
    void aKeyWithoutEffectIsFound() {
        ContractRun.of(Forgetful.class).assertFailsOnly("everyKeyCanBeGiven");
    }

    /** Grows whenever it is read. */
    record GrowingConfig(
            @Setting(value = "The size.", defaultsTo = "1") int size) implements ComponentConfig {

        GrowingConfig {
            size++;
        }
    }

    static class Growing extends ComponentConfigContract {
        @Override
        protected Class<? extends ComponentConfig> settings() {
            return GrowingConfig.class;
        }
    }

    @Test
    void settingsThatDoNotStayTheSameAreFound() {
        ContractRun.of(Growing.class).assertFailsOnly("defaultsCanBeWrittenDown", "everyKeyCanBeGiven");
    }

    /** Equal to itself alone. */
    record UnequalConfig(
            @Setting(value = "Names.", defaultsTo = "[a]") List<String> names) implements ComponentConfig {

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    static class Unequal extends ComponentConfigContract {
        @Override
        protected Class<? extends ComponentConfig> settings() {
            return UnequalConfig.class;
        }
    }

    @Test
    void settingsThatAreNotEqualAreFound() {
        ContractRun.of(Unequal.class).assertFailsOnly("defaultsCanBeWrittenDown", "everyKeyCanBeGiven");
    }

    /** Says nothing of one of its keys. */
    record SilentConfig(
            @Setting(value = "The size.", defaultsTo = "1") int size, boolean flag) implements ComponentConfig {}

    static class Silent extends ComponentConfigContract {
        @Override
        protected Class<? extends ComponentConfig> settings() {
            return SilentConfig.class;
        }
    }

    @Test
    void aKeyWithoutMeaningIsFound() {
        ContractRun.of(Silent.class).assertFailsOnly("everySettingSaysWhatItMeans");
    }
}
