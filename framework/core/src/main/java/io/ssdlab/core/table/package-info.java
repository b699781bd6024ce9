/** From stored runs to tables: nothing is computed here but means, deviations and differences. */
package io.ssdlab.core.table;
