/**
 * The components of SSD as its authors trained it (Liu et al., ECCV 2016; reference implementation: the branch {@code
 * ssd} of weiliu89/caffe). Each deviation from the original is a setting, off by default.
 */
package io.ssdlab.plugin.ssd;
