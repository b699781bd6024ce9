package io.ssdlab.report.diagnosis;

import io.ssdlab.spi.evaluation.Detection;
import java.util.OptionalInt;

/**
 * A detection, judged.
 *
 * @param detection what was found; the box in pixels
 * @param verdict right, wrong and how, or neither
 * @param object the place, from 0, in the image's objects of the one that the verdict is about: found, found before, badly
 *     boxed, of another class; empty for what is of the background, ignored, or wrong in both ways
 * @param iou with that object; without one, the best with any object that counts
 */
public record DiagnosedDetection(Detection detection, DetectionVerdict verdict, OptionalInt object, double iou) {}
