/** What can be known of a picture's file without decoding it: its format, its size, and whether its end is there. */
package io.ssdlab.plugin.datasets.picture;
