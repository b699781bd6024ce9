package io.ssdlab.report.diagnosis;

/**
 * The detections of a range of scores.
 *
 * @param from the least score
 * @param to the end of the range, which belongs to the next one (1 belongs to the last)
 * @param detections how many there are, without those that count for nothing
 * @param correct how many of them are right
 * @param meanScore the mean of their scores; NaN if there are none
 */
public record CalibrationBin(double from, double to, int detections, int correct, double meanScore) {

    /** The share of right ones, which scores as sure as they say would equal; NaN without detections. */
    public double precision() {
        return detections == 0 ? Double.NaN : (double) correct / detections;
    }
}
