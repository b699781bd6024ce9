/** Timed parts of the framework, by JMH. {@code docs/benchmarks.md} has the figures and the commands. */
package io.ssdlab.benchmark;
