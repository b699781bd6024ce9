package io.ssdlab.coco;

/**
 * A class as COCO files name it. Its label is its place in the list of categories, from 1.
 *
 * @param id in the file; any whole number, each once
 * @param name of the class
 */
public record CocoCategory(long id, String name) {}
