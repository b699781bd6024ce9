package io.ssdlab.core.plugin;

/**
 * A plugin that is left out. Everything that does not need it goes on.
 *
 * @param where its name, if that could be told, and its jar or folder
 * @param why it is left out
 * @param remedy what to do about it
 */
public record BrokenPlugin(String where, String why, String remedy) {}
