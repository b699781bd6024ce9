package io.ssdlab.core.config;

/**
 * A setting as it was resolved.
 *
 * @param key the dotted path, such as {@code training.matcher.threshold}
 * @param value as YAML would write it in one line
 * @param origin {@code file:line:column}, {@code variant NAME:line:column}, {@code --set} or {@code default}
 */
public record ResolvedValue(String key, String value, String origin) {}
