/** What the framework costs beside a training step written directly in DJL. */
package io.ssdlab.benchmark.overhead;
