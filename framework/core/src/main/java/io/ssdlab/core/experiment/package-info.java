/**
 * What to run: an experiment file as immutable, fully resolved records.
 *
 * <p>{@link io.ssdlab.core.experiment.ExperimentFile} loads a file into an {@link
 * io.ssdlab.core.experiment.ExperimentPlan}: a base {@link io.ssdlab.core.experiment.Experiment} and one row for each run
 * of its ablation table. {@link io.ssdlab.core.experiment.ConfigIdentity} is the hash by which runs are found again, {@link
 * io.ssdlab.core.experiment.Components} are the parts that plugins build for one experiment.
 */
package io.ssdlab.core.experiment;
