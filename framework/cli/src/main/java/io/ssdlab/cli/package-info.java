/** The command line: what is written where, and how failures are told. */
package io.ssdlab.cli;
