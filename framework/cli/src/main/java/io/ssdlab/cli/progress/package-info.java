/** Tells how long work goes: a bar on a terminal, plain lines elsewhere. */
package io.ssdlab.cli.progress;
