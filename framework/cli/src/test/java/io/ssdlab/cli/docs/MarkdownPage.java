package io.ssdlab.cli.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of documentation, read as a code host renders it.
 *
 * @param file where it lies
 * @param prose its lines outside of fenced blocks
 * @param blocks the fenced blocks, without their fences
 */
record MarkdownPage(Path file, List<String> prose, List<String> blocks) {

    private static final Pattern FENCE = Pattern.compile("^\\s*```.*");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|<img [^>]*src=\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} +(.*?)#*$");
    private static final String COMMAND = "./ssdlab";

    static MarkdownPage read(Path file) {
        List<String> prose = new ArrayList<>();
        List<String> blocks = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        boolean fenced = false;
        try {
            for (String line : Files.readAllLines(file)) {
                if (FENCE.matcher(line).matches()) {
                    if (fenced) {
                        blocks.add(block.toString());
                        block.setLength(0);
                    }
                    fenced = !fenced;
                } else if (fenced) {
                    block.append(line).append('\n');
                } else {
                    prose.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MarkdownPage(file, prose, blocks);
    }

    /** Where links and pictures lead, but for code. */
    List<String> targets() {
        return prose.stream()
                .map(line -> CODE.matcher(line).replaceAll("code"))
                .flatMap(line -> LINK.matcher(line).results())
                .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
                .toList();
    }

    /** The anchors of its headings: letters, digits, hyphens and underscores, in lower case; of the second of a name, with -1. */
    Set<String> anchors() {
        Map<String, Integer> seen = new HashMap<>();
        Set<String> anchors = new HashSet<>();
        for (String line : prose) {
            HEADING.matcher(line).results().forEach(heading -> {
                String anchor = heading.group(1)
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-');
                int before = seen.merge(anchor, 1, Integer::sum) - 1;
                anchors.add(before == 0 ? anchor : anchor + "-" + before);
            });
        }
        return anchors;
    }

    /** What is to be typed: lines of blocks that begin with {@code ./ssdlab}, joined where they go on, and code in prose that does. */
    List<String> commands() {
        Stream<String> inBlocks = blocks.stream()
                .flatMap(block -> block.replace("\\\n", " ").lines())
                .map(String::strip);
        String text = prose.stream().collect(Collectors.joining("\n"));
        Stream<String> inProse =
                CODE.matcher(text).results().map(code -> code.group(1).replace('\n', ' '));
        return Stream.concat(inBlocks, inProse)
                .filter(line -> line.equals(COMMAND) || line.startsWith(COMMAND + " "))
                .toList();
    }
}
