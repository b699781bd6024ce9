package io.ssdlab.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How far a plugin can rely on a type of the SPI. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Maturity(Maturity.Level.STABLE)
public @interface Maturity {

    /** How far. */
    Level value();

    /** What may change when. */
    enum Level {
        /** Changes so that plugins need changes only with the next major version. */
        STABLE,
        /** May change with any minor version. */
        EXPERIMENTAL
    }
}
