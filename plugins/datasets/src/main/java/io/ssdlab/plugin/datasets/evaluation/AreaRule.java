package io.ssdlab.plugin.datasets.evaluation;

/** The ways of the original (ComputeAP) to take the area under a curve as its AP, by its names. */
public enum AreaRule {

    /** Each precision is raised to the best at that recall or more, as the devkit does since VOC2010. */
    MAX_INTEGRAL {
        @Override
        AveragePrecision averagePrecision() {
            return new AreaAveragePrecision();
        }
    },

    /** The curve as it is. */
    INTEGRAL {
        @Override
        AveragePrecision averagePrecision() {
            return new IntegralAveragePrecision();
        }
    };

    abstract AveragePrecision averagePrecision();
}
