package io.ssdlab.core.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The engines that ssdlab runs on, and what tells them apart while they are loaded. */
public enum EngineName {
    /** Apache MXNet 1.9.1; the default. */
    MXNET("MXNet", "ai.djl.mxnet.engine.MxEngineProvider", "MXNET_LIBRARY_PATH", "mxnet"),
    /** PyTorch 2.7.1. */
    PYTORCH("PyTorch", "ai.djl.pytorch.engine.PtEngineProvider", "PYTORCH_LIBRARY_PATH", "torch");

    private final String djlName;
    private final String providerClass;
    private final String libraryPathVariable;
    private final String libraryName;

    EngineName(String djlName, String providerClass, String libraryPathVariable, String libraryName) {
        this.djlName = djlName;
        this.providerClass = providerClass;
        this.libraryPathVariable = libraryPathVariable;
        this.libraryName = libraryName;
    }

    /** The engine of that name, in capitals or not. */
    public static Optional<EngineName> named(String name) {
        return Arrays.stream(values())
                .filter(engine -> engine.djlName.equalsIgnoreCase(name))
                .findFirst();
    }

    /** Both names, for messages. */
    public static String choices() {
        return Arrays.stream(values()).map(EngineName::djlName).collect(Collectors.joining(" or "));
    }

    /** The name that DJL and experiment files give it. */
    public String djlName() {
        return djlName;
    }

    /** The name of its folder in an installation, and the prefix of its jars. */
    public String folder() {
        return djlName.toLowerCase(Locale.ROOT);
    }

    /** The environment variable that points DJL at a native library of the user's. */
    public String libraryPathVariable() {
        return libraryPathVariable;
    }

    /** The file name of its native library on this platform. */
    public String libraryFile() {
        return System.mapLibraryName(libraryName);
    }

    /** The class that DJL finds it by. */
    String providerClass() {
        return providerClass;
    }

    /** Every other engine. */
    public List<EngineName> others() {
        return Arrays.stream(values()).filter(engine -> engine != this).toList();
    }

    @Override
    public String toString() {
        return djlName;
    }
}
