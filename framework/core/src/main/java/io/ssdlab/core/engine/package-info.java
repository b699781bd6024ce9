/** Which engine computes, on which device, and how fast: one engine a process, loaded in a class loader of its own. */
package io.ssdlab.core.engine;
