/** New projects, from templates: what {@code ssdlab new} writes. */
package io.ssdlab.cli.project;
