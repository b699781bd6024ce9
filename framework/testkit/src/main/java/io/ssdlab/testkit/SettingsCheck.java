package io.ssdlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.core.config.ConfigNode;
import io.ssdlab.core.config.Interpolation;
import io.ssdlab.core.config.Problems;
import io.ssdlab.core.config.RecordBinder;
import io.ssdlab.core.config.SettingKey;
import io.ssdlab.core.config.YamlReader;
import io.ssdlab.core.experiment.ConfigIdentity;
import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Problem;
import io.ssdlab.spi.Setting;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the record of a component's settings keeps to; bound and written by the core, as for an experiment. */
final class SettingsCheck {

    private final Class<? extends Record> type;
    private final SampleSettings samples;

    /** @param given YAML with values for keys for which made-up ones will not do; may be empty */
    SettingsCheck(Class<? extends ComponentConfig> type, String given) {
        assertThat(type.isRecord()).as("%s is a record", type).isTrue();
        this.type = type.asSubclass(Record.class);
        this.samples = new SampleSettings(given);
    }

    /** Every component of the record, and of those in it, has a {@link Setting} with a text. */
    void everySettingSaysWhatItMeans() {
        assertDocumented(type);
    }

    private static void assertDocumented(Class<? extends Record> record) {
        assertThat(SettingKey.allOf(record))
                .extracting(SettingKey::name)
                .as("keys of " + record.getSimpleName())
                .doesNotHaveDuplicates();
        for (SettingKey key : SettingKey.allOf(record)) {
            String where = "@Setting of %s.%s"
                    .formatted(record.getSimpleName(), key.component().getName());
            assertThat(key.annotation(Setting.class)).as(where).isPresent();
            assertThat(key.meaning()).as("meaning in the " + where).isNotBlank();
            nested(key.type()).ifPresent(SettingsCheck::assertDocumented);
        }
    }

    /** The record of settings that lies in a type: in it, its optional, or the items of its lists and maps. */
    private static Optional<Class<? extends Record>> nested(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            Type[] arguments = parameterized.getActualTypeArguments();
            return nested(arguments[arguments.length - 1]);
        }
        return SettingKey.sectionOf(type);
    }

    /** The settings of a file that gives only what has no default: every default is of its type and in its range. */
    ComponentConfig defaults() {
        return bound("with its defaults", samples.required(type));
    }

    /** A file can give every key, and what is bound of it, written down, is a file that gives the same again. */
    void everyKeyCanBeGiven() {
        ComponentConfig settings = bound("with every key given", samples.full(type));
        assertWrittenAndReadAgain(settings, true);
    }

    /** The same of the settings that consist of defaults. */
    void defaultsCanBeWrittenDown() {
        assertWrittenAndReadAgain(defaults(), false);
    }

    private void assertWrittenAndReadAgain(ComponentConfig settings, boolean full) {
        String written = ConfigIdentity.resolvedJson(settings);
        ConfigNode file = new YamlReader().read("the settings as written", written);
        if (full) {
            assertHasEveryKey(file, type, "");
        }
        ComponentConfig again = bound("as written: " + written, file);
        assertThat(again).as("settings read again from " + written).isEqualTo(settings);
        assertThat(again.hashCode()).as("hash code of equal settings").isEqualTo(settings.hashCode());
        assertThat(ConfigIdentity.resolvedJson(again))
                .as("settings written, read and written again")
                .isEqualTo(written);
    }

    private static void assertHasEveryKey(ConfigNode map, Class<? extends Record> record, String path) {
        for (SettingKey key : SettingKey.allOf(record)) {
            Optional<ConfigNode> value = map.given(key.name());
            assertThat(value.isPresent())
                    .as("the key %s, given in the file, is in the settings", path + key.name())
                    .isTrue();
            key.section().ifPresent(section -> assertHasEveryKey(value.get(), section, path + key.name() + "."));
        }
    }

    private ComponentConfig bound(String how, ConfigNode file) {
        Problems problems = new Problems();
        Optional<? extends Record> settings = new RecordBinder(
                        Path.of(""), new Interpolation(List.of(), Map.of()), List.of(), problems)
                .bind("", file, type);
        assertThat(problems.list())
                .as("problems of %s %s", type.getSimpleName(), how)
                .extracting(Problem::toString)
                .isEmpty();
        return (ComponentConfig) settings.orElseThrow();
    }
}
