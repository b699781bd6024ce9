/** What a set of prior boxes can match among the objects of a training split, before any training. */
package io.ssdlab.core.coverage;
