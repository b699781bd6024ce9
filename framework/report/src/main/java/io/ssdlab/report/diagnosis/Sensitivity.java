package io.ssdlab.report.diagnosis;

import java.util.List;

/**
 * How much it matters what objects are like (Hoiem et al., "Diagnosing Error in Object Detectors", ECCV 2012; figure 4
 * of SSD's paper, arXiv:1512.02325).
 *
 * @param grouping a name of {@link io.ssdlab.core.coverage.ObjectGrouping}: {@code size} or {@code aspect-ratio}
 * @param all objects together, for the line to compare with
 * @param groups in the grouping's order, those without objects too
 */
public record Sensitivity(String grouping, GroupDiagnosis all, List<GroupDiagnosis> groups) {

    public Sensitivity {
        groups = List.copyOf(groups);
    }
}
