package io.ssdlab.core.experiment;

/** What a row gives for a factor. */
public sealed interface FactorValue {

    /** As files write it: {@code yes}, {@code no}, a name, or a setting's value on one line. */
    String written();

    /** As tables print it in words. */
    String label();

    /** A tick, or none. */
    record Tick(boolean ticked) implements FactorValue {

        @Override
        public String written() {
            return ticked ? "yes" : "no";
        }

        @Override
        public String label() {
            return written();
        }
    }

    /**
     * One of the factor's named values.
     *
     * @param name under which the factor lists it
     */
    record Named(String name, String label) implements FactorValue {

        @Override
        public String written() {
            return name;
        }
    }

    /**
     * A setting's value, or what a row merely tells.
     *
     * @param written as YAML would write it on one line
     */
    record Given(String written) implements FactorValue {

        @Override
        public String label() {
            return written;
        }
    }
}
