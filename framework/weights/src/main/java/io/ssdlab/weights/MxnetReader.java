package io.ssdlab.weights;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads MXNet's lists of arrays ({@code .params}): the arrays, each with its shape, then their names, such as {@code
 * arg:conv0_weight} or {@code aux:bn0_moving_mean}. Arrays of every version are read, but no sparse ones; those without a
 * value are left out.
 *
 * @see <a href="https://github.com/apache/mxnet/blob/1.9.1/src/ndarray/ndarray.cc">NDArray::Save</a>
 */
final class MxnetReader implements FormatReader {

    private static final int LIST = 0x112;

    /** Lengths of 8 bytes each. */
    private static final int V1 = 0xF993FAC8;

    /** And the kind of storage. */
    private static final int V2 = 0xF993FAC9;

    /** And NumPy's shapes: no axes is a scalar, -1 axes is no value. */
    private static final int V3 = 0xF993FACA;

    /** Numbered as MXNet does; empty for uint64. */
    private static final List<Optional<ElementType>> TYPES = List.of(
            Optional.of(ElementType.FLOAT32),
            Optional.of(ElementType.FLOAT64),
            Optional.of(ElementType.FLOAT16),
            Optional.of(ElementType.UINT8),
            Optional.of(ElementType.INT32),
            Optional.of(ElementType.INT8),
            Optional.of(ElementType.INT64),
            Optional.of(ElementType.BOOL),
            Optional.of(ElementType.INT16),
            Optional.of(ElementType.UINT16),
            Optional.of(ElementType.UINT32),
            Optional.empty(),
            Optional.of(ElementType.BFLOAT16));

    @Override
    public String format() {
        return "mxnet";
    }

    @Override
    public boolean recognises(FileStart start) {
        return start.startsWith(LIST & 0xff, LIST >> 8, 0, 0, 0, 0, 0, 0);
    }

    @Override
    public IndexedTensorFile read(Path file, FileBytes bytes) throws IOException {
        TensorIndex index = new TensorIndex(file);
        try {
            new Reading(bytes, index).read();
        } catch (EOFException e) {
            throw index.broken("the file ends in the middle of an array or of the names", "is the file whole?");
        }
        return new IndexedTensorFile(format(), file, index.tensors(), List.of(bytes));
    }

    private record Array(List<Long> shape, ElementType type, long start, long bytes) {}

    /** One reading of a file. */
    private static final class Reading {

        private final FileBytes bytes;
        private final TensorIndex index;
        private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        private long at = 2 * Long.BYTES;

        private Reading(FileBytes bytes, TensorIndex index) {
            this.bytes = bytes;
            this.index = index;
        }

        private void read() throws IOException {
            long count = readCount("arrays");
            List<Optional<Array>> arrays = new ArrayList<>();
            for (long i = 0; i < count; i++) {
                arrays.add(readArray(i));
            }
            long names = readCount("names");
            if (names != count && names != 0) {
                throw index.broken("%d arrays have %d names".formatted(count, names), "is the file whole?");
            }
            for (int i = 0; i < count; i++) {
                String name = names == 0 ? String.valueOf(i) : readName();
                arrays.get(i)
                        .ifPresent(array -> index.add(new TensorIndex.Claim(
                                name,
                                array.shape(),
                                array.type(),
                                Encoding.plain(array.type(), ByteOrder.LITTLE_ENDIAN),
                                bytes,
                                array.start(),
                                array.bytes())));
            }
            if (at != bytes.size()) {
                index.problem("%d bytes follow after the names".formatted(bytes.size() - at), "is the file whole?");
            }
        }

        private long readCount(String of) throws IOException {
            long count = readLong();
            if (count < 0 || count > Limits.TENSORS) {
                throw index.broken(
                        "claims %s %s".formatted(Long.toUnsignedString(count), of),
                        "at most %d; is the file whole?".formatted(Limits.TENSORS));
            }
            return count;
        }

        private Optional<Array> readArray(long number) throws IOException {
            String array = "array %d ".formatted(number);
            int version = readInt();
            if ((version == V2 || version == V3) && readInt() != 0) {
                throw index.broken(array + "is sparse", "convert it by tostype('default') in MXNet");
            }
            boolean versioned = version == V1 || version == V2 || version == V3;
            int axes = versioned ? readInt() : version;
            if (axes == (version == V3 ? -1 : 0)) {
                return Optional.empty();
            }
            if (axes < 0 || axes > Limits.RANK) {
                throw index.broken(
                        array + "has %s axes".formatted(Integer.toUnsignedString(axes)),
                        "at most %d; is the file whole?".formatted(Limits.RANK));
            }
            List<Long> shape = new ArrayList<>();
            for (int i = 0; i < axes; i++) {
                shape.add(versioned ? readLong() : Integer.toUnsignedLong(readInt()));
            }
            skipContext();
            int flag = readInt();
            if (flag < 0 || flag >= TYPES.size() || TYPES.get(flag).isEmpty()) {
                throw index.broken(
                        array + "is of type number %d".formatted(flag),
                        "0 to %d without 11".formatted(TYPES.size() - 1));
            }
            ElementType type = TYPES.get(flag).orElseThrow();
            long count = TensorIndex.elementCount(shape);
            long size = count * type.bytes();
            if (count < 0 || size > bytes.size() - at) {
                throw index.broken(
                        array
                                + "of shape %s and type %s is larger than the rest of the file, %d bytes"
                                        .formatted(shape, type, bytes.size() - at),
                        "is the file whole?");
            }
            long start = at;
            at += size;
            return Optional.of(new Array(shape, type, start, size));
        }

        /** Where the array was: a device and its number. */
        private void skipContext() throws IOException {
            readInt();
            readInt();
        }

        private String readName() throws IOException {
            long length = readLong();
            if (length < 0 || length > bytes.size() - at || length > 4L * Limits.NAME) {
                throw index.broken(
                        "a name takes %s bytes".formatted(Long.toUnsignedString(length)),
                        "at most %d; is the file whole?".formatted(4 * Limits.NAME));
            }
            ByteBuffer name = ByteBuffer.allocate((int) length);
            bytes.read(at, name);
            at += length;
            return StandardCharsets.UTF_8.decode(name.flip()).toString();
        }

        private int readInt() throws IOException {
            bytes.read(at, number.clear().limit(Integer.BYTES));
            at += Integer.BYTES;
            return number.getInt(0);
        }

        private long readLong() throws IOException {
            bytes.read(at, number.clear());
            at += Long.BYTES;
            return number.getLong(0);
        }
    }
}
