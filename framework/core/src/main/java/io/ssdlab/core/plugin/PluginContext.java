package io.ssdlab.core.plugin;

import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Plugin;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Runs a plugin's code with the plugin's class loader as the thread's: libraries such as XML parsers and JDBC drivers look
 * for their parts there. Thread-safe.
 *
 * <p>What runs outside of the SPI's interfaces, such as the blocks of a network, does not come this way.
 */
public final class PluginContext {

    private static final String SPI = Plugin.class.getPackageName();

    private final InstalledPlugin plugin;
    private final ClassLoader loader;

    PluginContext(InstalledPlugin plugin) {
        this.plugin = plugin;
        this.loader = plugin.plugin().getClass().getClassLoader();
    }

    <T> T call(Supplier<T> code) {
        return in(loader, code);
    }

    /** Runs code with a class loader as the thread's. */
    public static <T> T in(ClassLoader loader, Supplier<T> code) {
        Thread thread = Thread.currentThread();
        ClassLoader former = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return code.get();
        } finally {
            thread.setContextClassLoader(former);
        }
    }

    /**
     * A component whose methods run so, as all the kinds of {@code contract} that it is (a matcher that looks at predictions,
     * say); what they return of the SPI's interfaces is wrapped in the same way. Failures that do not tell where they come
     * from name the component.
     *
     * @param name of the component, for messages
     */
    <T> T wrapped(String name, T component, Class<T> contract) {
        InvocationHandler handler = (proxy, method, arguments) -> invoke(name, component, method, arguments);
        return contract.cast(
                Proxy.newProxyInstance(contract.getClassLoader(), interfaces(component.getClass(), contract), handler));
    }

    private static Class<?>[] interfaces(Class<?> type, Class<?> contract) {
        Set<Class<?>> found = new LinkedHashSet<>(Set.of(contract));
        collect(type, contract, found);
        return found.toArray(Class<?>[]::new);
    }

    private static void collect(Class<?> type, Class<?> contract, Set<Class<?>> found) {
        for (Class<?> parent : type.getInterfaces()) {
            if (contract.isAssignableFrom(parent) && parent.getPackageName().startsWith(SPI)) {
                found.add(parent);
            }
            collect(parent, contract, found);
        }
        if (type.getSuperclass() != null) {
            collect(type.getSuperclass(), contract, found);
        }
    }

    private Object invoke(String name, Object component, Method method, Object[] arguments) throws Throwable {
        Thread thread = Thread.currentThread();
        ClassLoader former = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return wrappedResult(name, method.invoke(component, arguments), method.getReturnType());
        } catch (InvocationTargetException e) {
            Throwable thrown = e.getCause();
            if (thrown instanceof InvalidInputException
                    || thrown instanceof IllegalArgumentException
                    || thrown instanceof VirtualMachineError) {
                throw thrown;
            }
            throw new PluginFailedException(name, plugin, thrown);
        } finally {
            thread.setContextClassLoader(former);
        }
    }

    private <T> Object wrappedResult(String name, Object result, Class<T> type) {
        boolean code = type.isInterface() && type.getPackageName().startsWith(SPI) && result != null;
        return code ? wrapped(name, type.cast(result), type) : result;
    }
}
