/** The commands of {@code ssdlab}, one class each. */
package io.ssdlab.cli.command;
