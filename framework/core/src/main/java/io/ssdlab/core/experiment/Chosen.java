package io.ssdlab.core.experiment;

import io.ssdlab.core.plugin.ComponentKind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a setting that chooses a component, a list of them, or a {@link DatasetChoice}, of one kind. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Chosen {

    ComponentKind value();
}
