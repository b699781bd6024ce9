package io.ssdlab.cli.guide;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Commands of a guide: a block of shell whose first line says where it is to be run.
 *
 * @param where as in {@code # in ssdlab's checkout}
 * @param script the lines below
 */
record ShellBlock(String where, String script) {

    static final String CHECKOUT = "in ssdlab's checkout";
    static final String PROJECT = "in the plugin's project";

    private static final Pattern BLOCK = Pattern.compile("```sh\n# ([^\n]*)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ANY_BLOCK = Pattern.compile("```sh\n");

    /** All of a text, in order. */
    static List<ShellBlock> of(String markdown) {
        List<ShellBlock> blocks = BLOCK.matcher(markdown)
                .results()
                .map(block -> new ShellBlock(block.group(1), block.group(2)))
                .toList();
        if (blocks.size() != ANY_BLOCK.matcher(markdown).results().count()
                || !blocks.stream().allMatch(block -> List.of(CHECKOUT, PROJECT).contains(block.where()))) {
            throw new IllegalArgumentException("a block of shell does not say where it is to be run: " + blocks);
        }
        return blocks;
    }
}
