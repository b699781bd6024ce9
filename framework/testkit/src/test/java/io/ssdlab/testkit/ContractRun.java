package io.ssdlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs a test that extends a contract, as a third party's build would, and tells which of its tests failed. */
final class ContractRun {

    private final Set<String> failed;
    private final Set<String> passed;

    private ContractRun(Set<String> failed, Set<String> passed) {
        this.failed = failed;
        this.passed = passed;
    }

    static ContractRun of(Class<?> test) {
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(test))
                .execute();
        assertThat(results.containerEvents().failed().list())
                .as("containers of %s that failed", test.getSimpleName())
                .isEmpty();
        Set<String> failed = results.testEvents().failed().stream()
                .map(Event::getTestDescriptor)
                .map(ContractRun::name)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> passed = results.testEvents().succeeded().stream()
                .map(Event::getTestDescriptor)
                .map(ContractRun::name)
                .collect(Collectors.toCollection(TreeSet::new));
        passed.removeAll(failed);
        return new ContractRun(failed, passed);
    }

    /** The method's name, and for a dynamic test its own. */
    private static String name(TestDescriptor test) {
        UniqueId.Segment last = test.getUniqueId().getLastSegment();
        return last.getType().equals("dynamic-test")
                ? test.getDisplayName()
                : test.getSource()
                        .map(MethodSource.class::cast)
                        .map(MethodSource::getMethodName)
                        .orElseThrow();
    }

    void assertPasses() {
        assertThat(failed).as("tests that failed").isEmpty();
        assertThat(passed).as("tests that passed").isNotEmpty();
    }

    /** These fail, and no other. */
    void assertFailsOnly(String... tests) {
        assertThat(failed).as("tests that failed").containsExactlyInAnyOrder(tests);
        assertThat(passed).as("tests that passed").isNotEmpty();
    }
}
