/**
 * JSON Schema (draft-07) of records of settings, by which editors complete and check what {@link
 * io.ssdlab.core.config.RecordBinder} binds. Draft-07 is what editors' YAML support reads best.
 *
 * <p>Every schema describes what <em>may</em> be written: a file may leave out whatever another that it extends, or that
 * extends it, gives. Only items of lists are required to be complete, for a list is replaced as a whole.
 */
package io.ssdlab.core.schema;
