/** The single-shot network: a backbone, prediction heads over its source maps, and the prior boxes they predict for. */
package io.ssdlab.core.model;
