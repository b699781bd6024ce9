/** Timings side by side with other people's detectors: workers that compute what they are told, and who tells them. */
package io.ssdlab.benchmark.peer;
