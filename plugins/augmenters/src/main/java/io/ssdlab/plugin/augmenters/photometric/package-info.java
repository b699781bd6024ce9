/**
 * Changes of a picture's colours and sharpness; objects stay as they are. The set, its defaults and most of its arithmetic
 * are those of Albumentations (Buslaev, Parinov, Khvedchenya, Iglovikov and Kalinin, "Albumentations: fast and flexible
 * image augmentations", arXiv:1809.06839, and its library); where one differs, it says so.
 *
 * <p>SSD's own {@code colour-distortion} draws four of such changes in one augmenter, with the original's arithmetic.
 */
package io.ssdlab.plugin.augmenters.photometric;
