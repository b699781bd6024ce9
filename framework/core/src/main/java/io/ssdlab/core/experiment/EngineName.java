package io.ssdlab.core.experiment;

/** An engine that the framework is written for. */
public enum EngineName {
    MXNET("MXNet"),
    PYTORCH("PyTorch");

    private final String djlName;

    EngineName(String djlName) {
        this.djlName = djlName;
    }

    /** The name under which DJL knows the engine. */
    public String djlName() {
        return djlName;
    }
}
