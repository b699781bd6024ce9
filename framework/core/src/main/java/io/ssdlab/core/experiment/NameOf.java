package io.ssdlab.core.experiment;

import io.ssdlab.core.config.SettingKey;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a setting that names what plugins ship beside components. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface NameOf {

    /** What is named. */
    Resource value();

    /** What plugins ship beside components. */
    enum Resource {
        VARIANT,
        RECIPE;

        @Override
        public String toString() {
            return SettingKey.kebab(this);
        }
    }
}
