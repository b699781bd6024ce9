/** Boxes. A type's name says the form (corners) and the unit (normalised or pixels). */
package io.ssdlab.spi.box;
