package io.ssdlab.plugin.datasets.ilsvrc;

import java.util.Optional;

/**
 * One line of an image list.
 *
 * @param id the path of the image below its part, without extension: {@code ILSVRC2013_train/n02672831/n02672831_11478}
 * @param part where the line says that it is
 * @param line from 1
 */
record ListedImage(String id, Optional<Part> part, int line) {}
