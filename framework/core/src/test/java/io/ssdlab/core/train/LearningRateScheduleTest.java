package io.ssdlab.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LearningRateScheduleTest {

    @Test
    void stepsAsTheOriginal() {
        LearningRateSchedule schedule = new LearningRateSchedule(1e-3, 0.1, List.of(80_000, 100_000), 0);
        assertThat(schedule.at(0)).isEqualTo(1e-3);
        assertThat(schedule.at(79_999)).isEqualTo(1e-3);
        assertThat(schedule.at(80_000)).isEqualTo(1e-4, within(1e-15));
        assertThat(schedule.at(119_999)).isEqualTo(1e-5, within(1e-15));
    }

    @Test
    void warmsUpLinearly() {
        LearningRateSchedule schedule = new LearningRateSchedule(0.1, 0.1, List.of(), 10);
        assertThat(schedule.at(0)).isEqualTo(0.01, within(1e-12));
        assertThat(schedule.at(4)).isEqualTo(0.05, within(1e-12));
        assertThat(schedule.at(9)).isEqualTo(0.1, within(1e-12));
        assertThat(schedule.at(10)).isEqualTo(0.1);
    }
}
