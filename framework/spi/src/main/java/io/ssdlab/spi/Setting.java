package io.ssdlab.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The meaning, default and range of one key of an experiment file: one component of a {@link ComponentConfig}. */
@Maturity(Maturity.Level.STABLE)
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

    /** What the key means, with its unit: one sentence, as {@code ssdlab plugins} prints it. */
    String value();

    /** The default, written as in YAML ({@code 0.5}, {@code [2, 3]}); empty if the key must be given. */
    String defaultsTo() default "";

    /** The least number allowed, also for each number of a list. */
    double min() default Double.NEGATIVE_INFINITY;

    /** The greatest number allowed, also for each number of a list. */
    double max() default Double.POSITIVE_INFINITY;

    /** Whether {@link #min} itself is not allowed. */
    boolean aboveMin() default false;
}
