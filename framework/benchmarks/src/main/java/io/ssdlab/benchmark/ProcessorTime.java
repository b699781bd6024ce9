package io.ssdlab.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** The processor time of this process: of all its threads, those of the compilers and of the garbage collector too. */
final class ProcessorTime {

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** So far, in nanoseconds. */
    long nanoseconds() {
        return system.getProcessCpuTime();
    }
}
