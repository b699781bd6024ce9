/** What the readers of all layouts share: finding files by name, and telling all problems at once. */
package io.ssdlab.plugin.datasets.reading;
