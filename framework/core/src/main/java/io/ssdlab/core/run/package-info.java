/** The whole way of one run: read, train, detect, score, store; and from stored runs to a table. */
package io.ssdlab.core.run;
