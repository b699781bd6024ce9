package io.ssdlab.spi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What plugins see of the SPI, a line for each thing that they could rely on. A line tells all that matters to whoever
 * calls it or, of an interface, implements it.
 *
 * @param lines sorted
 */
record SpiSurface(TreeSet<String> lines) {

    /** What plugins of theirs implement starts so: a new one is a break. */
    private static final String TO_IMPLEMENT = "abstract ";

    /** The framework implements it, plugins only call it. */
    private static final String OURS = Contributions.class.getName();

    static SpiSurface current() {
        return new SpiSurface(
                types().stream().flatMap(SpiSurface::describe).collect(Collectors.toCollection(TreeSet::new)));
    }

    static SpiSurface recorded(Path file) throws IOException {
        return new SpiSurface(Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** What would break a plugin that was built for this one, if the other took its place. */
    List<String> brokenBy(SpiSurface later) {
        Stream<String> gone =
                lines.stream().filter(line -> !later.lines.contains(line)).map(line -> "gone: " + line);
        Stream<String> asked = later.lines.stream()
                .filter(line -> line.startsWith(TO_IMPLEMENT) && !lines.contains(line) && knows(line))
                .map(line -> "to implement: " + line);
        return Stream.concat(gone, asked).toList();
    }

    /** Whether the interface of a method was there already for plugins to implement. */
    private boolean knows(String method) {
        String type = method.substring(TO_IMPLEMENT.length(), method.indexOf('#'));
        return !type.equals(OURS) && lines.stream().anyMatch(line -> line.startsWith("type " + type + " "));
    }

    /** The public types of the SPI. */
    static List<Class<?>> types() {
        Path classes;
        try {
            classes = Path.of(Spi.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .map(name -> name.replaceFirst("\\.class$", "").replace('/', '.'))
                    .sorted()
                    .<Class<?>>map(SpiSurface::load)
                    .filter(type -> Modifier.isPublic(type.getModifiers()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, SpiSurface.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isStable(Class<?> type) {
        Class<?> outermost = type;
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        Maturity maturity = outermost.getAnnotation(Maturity.class);
        return maturity == null || maturity.value() == Maturity.Level.STABLE;
    }

    private static Stream<String> describe(Class<?> type) {
        if (!isStable(type)) {
            return Stream.of();
        }
        String name = type.getName();
        String kind = type.isAnnotation()
                ? "annotation"
                : type.isInterface() ? "interface" : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
        String above = Stream.concat(
                        Stream.ofNullable(type.getGenericSuperclass()), Arrays.stream(type.getGenericInterfaces()))
                .map(Type::getTypeName)
                .collect(Collectors.joining(" "));
        String open = !type.isInterface() && !Modifier.isFinal(type.getModifiers()) ? " open" : "";
        Stream<String> fields = Arrays.stream(type.getFields())
                .filter(field -> field.getDeclaringClass() == type)
                .map(field -> "field " + name + "#" + field.getName() + " "
                        + field.getGenericType().getTypeName() + modifiers(field));
        Stream<String> constructors =
                Arrays.stream(type.getConstructors()).map(made -> "constructor " + name + parameters(made));
        Stream<String> methods = Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() == type && !method.isSynthetic())
                .map(method -> method(name, method));
        return Stream.of(Stream.of("type " + name + " " + kind + open + " of " + above), fields, constructors, methods)
                .flatMap(lines -> lines);
    }

    private static String modifiers(Field field) {
        return Modifier.isStatic(field.getModifiers()) ? " static" : "";
    }

    private static String method(String type, Method method) {
        boolean asked = Modifier.isAbstract(method.getModifiers())
                && !(method.getDeclaringClass().isAnnotation() && method.getDefaultValue() != null);
        return "%s%s#%s %s%s%s"
                .formatted(
                        asked ? TO_IMPLEMENT : "method ",
                        type,
                        method.getName(),
                        Arrays.stream(method.getGenericParameterTypes())
                                .map(Type::getTypeName)
                                .collect(Collectors.joining(", ", "(", ") ")),
                        method.getGenericReturnType().getTypeName(),
                        Modifier.isStatic(method.getModifiers()) ? " static" : "");
    }

    private static String parameters(Constructor<?> made) {
        return Arrays.stream(made.getParameters())
                .map(Parameter::getParameterizedType)
                .map(Type::getTypeName)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }
}
