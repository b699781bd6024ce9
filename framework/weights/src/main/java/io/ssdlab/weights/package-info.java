/**
 * Files of trained weights, without any engine: those of other tools read, our own (safetensors) read and written.
 *
 * <p>All files are untrusted: nothing in them is executed, and no more memory is taken than their real length accounts for.
 */
package io.ssdlab.weights;
