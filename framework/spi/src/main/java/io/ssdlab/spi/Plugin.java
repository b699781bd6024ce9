package io.ssdlab.spi;

/**
 * The entry point of a plugin: lists the components that it offers.
 *
 * <p>Found by {@link java.util.ServiceLoader}: name the class in {@code META-INF/services/io.ssdlab.spi.Plugin} and give
 * it a public constructor without parameters. It is created once in a process and {@link #contribute} is called once, on
 * the starting thread, before any component is built.
 */
@Maturity(Maturity.Level.STABLE)
public interface Plugin {

    /** The name under which messages and tables speak of the plugin, in kebab case, such as {@code ssd}. */
    String name();

    /** Lists the plugin's components. A name that another plugin holds is refused, naming both. */
    void contribute(Contributions contributions);
}
