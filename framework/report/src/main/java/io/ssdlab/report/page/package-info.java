/** A results folder as pages: what changes did, how runs trained, what their detectors find and miss. No engine, no network. */
package io.ssdlab.report.page;
