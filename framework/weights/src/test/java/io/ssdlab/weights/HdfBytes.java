package io.ssdlab.weights;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An HDF5 file in the form that h5py, and so Keras, writes: a superblock of version 0, groups with symbol tables, object
 * headers of version 1, data sets of floats in one piece.
 *
 * @see <a href="https://support.hdfgroup.org/documentation/hdf5/latest/_f_m_t3.html">the format</a>
 */
final class HdfBytes {

    private static final long NOWHERE = -1;

    /** Where what is written first lies. */
    static final int FIRST = 96;

    /** Where the superblock holds the file's length, and the address of the root group. */
    private static final int END_OF_FILE = 40;

    private static final int ROOT = 64;

    private final Bytes bytes = new Bytes();

    /** A group or a data set. */
    sealed interface Node {}

    record Group(Map<String, Node> children) implements Node {

        /** HDF5 sorts the children by name. */
        Group {
            children = new TreeMap<>(children);
        }
    }

    /** @param filling bytes of an empty message in its header, a multiple of 8 */
    record Dataset(List<Long> shape, List<Float> values, int filling) implements Node {}

    /** An address that something else is written at: a link to there. */
    record At(long address) implements Node {}

    /** A symbolic link. */
    record Symbolic() implements Node {}

    static Dataset dataset(List<Long> shape, Float... values) {
        return new Dataset(shape, List.of(values), 0);
    }

    static byte[] file(Group root) {
        return new HdfBytes().write(root);
    }

    private byte[] write(Group root) {
        bytes.put8(0x89).text("HDF\r\n").put8(0x1A).text("\n");
        bytes.put8(0, 0, 0, 0, 0, 8, 8, 0).put16(4).put16(16).put32(0);
        bytes.put64(0, NOWHERE, 0, NOWHERE);
        bytes.put64(0, 0).put32(0).put32(0).zeros(16);
        long address = group(root);
        bytes.set64(ROOT, address);
        bytes.set64(END_OF_FILE, bytes.size());
        return bytes.toArray();
    }

    private long group(Group group) {
        List<Long> addresses = new ArrayList<>();
        for (Node child : group.children().values()) {
            if (child instanceof Group inner) {
                addresses.add(group(inner));
            } else if (child instanceof Dataset dataset) {
                addresses.add(dataset(dataset));
            } else {
                addresses.add(child instanceof At at ? at.address() : 0L);
            }
        }
        Bytes names = new Bytes().zeros(8);
        List<Integer> offsets = new ArrayList<>();
        for (String name : group.children().keySet()) {
            offsets.add(names.size());
            names.text(name).zeros(1).align();
        }
        long namesAt = bytes.size();
        bytes.text(new String(names.toArray(), StandardCharsets.UTF_8));
        long heapAt = bytes.size();
        bytes.text("HEAP").zeros(4).put64(names.size(), 1, namesAt);
        long tableAt = bytes.size();
        bytes.text("SNOD").put8(1, 0).put16(addresses.size());
        int child = 0;
        for (Node node : group.children().values()) {
            bytes.put64(offsets.get(child), addresses.get(child));
            bytes.put32(node instanceof Symbolic ? 2 : 0).zeros(20);
            child++;
        }
        long treeAt = bytes.size();
        bytes.text("TREE")
                .put8(0, 0)
                .put16(1)
                .put64(NOWHERE, NOWHERE)
                .put64(0, tableAt, offsets.get(offsets.size() - 1));
        bytes.zeros(544 - 48);
        long headerAt = bytes.size();
        header(1, 24);
        bytes.put16(0x11).put16(16).zeros(4).put64(treeAt, heapAt);
        return headerAt;
    }

    private long dataset(Dataset dataset) {
        long dataAt = bytes.size();
        dataset.values().forEach(bytes::floats);
        bytes.align();
        int space = 8 + 8 * dataset.shape().size();
        long headerAt = bytes.size();
        header(4, 8 + space + 8 + 24 + 8 + 24 + 8 + dataset.filling());
        bytes.put16(1).put16(space).zeros(4);
        bytes.put8(1, dataset.shape().size(), 0).zeros(5);
        dataset.shape().forEach(bytes::put64);
        bytes.put16(3).put16(24).zeros(4);
        bytes.put8(0x11, 0x20, 0x1F, 0)
                .put32(4)
                .put16(0)
                .put16(32)
                .put8(23, 8, 0, 23)
                .put32(127)
                .zeros(4);
        bytes.put16(8).put16(24).zeros(4);
        bytes.put8(3, 1).put64(dataAt, 4L * dataset.values().size()).zeros(6);
        bytes.put16(0).put16(dataset.filling()).zeros(4 + dataset.filling());
        return headerAt;
    }

    private void header(int messages, int size) {
        bytes.put8(1, 0).put16(messages).put32(1).put32(size).zeros(4);
    }
}
