package io.ssdlab.cli.command;

import io.ssdlab.core.detect.LoadedDetector;
import io.ssdlab.core.engine.EngineName;
import java.util.function.Supplier;

/**
 * A detector that the command line names.
 *
 * @param engine that it is to run on
 * @param loading loads engine and detector, on the thread that is to use them
 */
record ChosenDetector(EngineName engine, Supplier<LoadedDetector> loading) {}
