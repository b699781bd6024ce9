/**
 * What scores of rows say about their difference: how far apart the rows would be with other test images and other seeds.
 */
package io.ssdlab.core.statistics;
