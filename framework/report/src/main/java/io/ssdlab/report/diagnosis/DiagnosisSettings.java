package io.ssdlab.report.diagnosis;

import java.util.OptionalDouble;

/**
 * The thresholds of a diagnosis.
 *
 * @param foregroundIou from which a detection hits; TIDE's t_f, above {@code backgroundIou}, at most 1
 * @param backgroundIou up to which it is of the background; TIDE's t_b, at least 0
 * @param score from which detections are counted and shown in images and confusions; if empty, that of the best F1 over
 *     all classes, which is each detector's own
 */
public record DiagnosisSettings(double foregroundIou, double backgroundIou, OptionalDouble score) {

    private static final double FOREGROUND = 0.5;
    private static final double BACKGROUND = 0.1;

    /** @throws IllegalArgumentException if the thresholds are not in order */
    public DiagnosisSettings {
        if (!(backgroundIou >= 0 && foregroundIou > backgroundIou && foregroundIou <= 1)) {
            throw new IllegalArgumentException(
                    "a background IoU of %s and a foreground IoU of %s: 0 <= background < foreground <= 1"
                            .formatted(backgroundIou, foregroundIou));
        }
    }

    /** The paper's: 0.5 and 0.1. */
    public static DiagnosisSettings standard() {
        return new DiagnosisSettings(FOREGROUND, BACKGROUND, OptionalDouble.empty());
    }
}
