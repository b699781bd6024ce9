package io.ssdlab.weights;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A {@code BlobProto}.
 *
 * @param start of the elements in the file
 * @param bytes that they take
 */
record CaffeBlob(List<Long> shape, ElementType type, long start, long bytes) {

    /** The fields num, channels, height and width of old blobs. */
    private static final int OLD_AXES = 4;

    private static final int FLOATS = 5;
    private static final int SHAPE = 7;
    private static final int DOUBLES = 8;
    private static final int DIM = 1;

    /** Reads a blob, of which the tag was read. Goes past its elements. */
    static CaffeBlob read(CodedInputStream in, TensorIndex index) throws IOException {
        int outer = in.pushLimit(in.readRawVarint32());
        long[] old = new long[OLD_AXES];
        Optional<List<Long>> shape = Optional.empty();
        boolean hasOld = false;
        CaffeBlob data = new CaffeBlob(List.of(), ElementType.FLOAT32, 0, 0);
        while (!in.isAtEnd()) {
            int tag = in.readTag();
            int field = WireFormat.getTagFieldNumber(tag);
            boolean packed = tag == CaffeLayer.message(field);
            if (tag == (field << 3 | WireFormat.WIRETYPE_VARINT) && field <= OLD_AXES) {
                old[field - 1] = in.readInt32();
                hasOld = true;
            } else if (field == SHAPE && packed) {
                shape = Optional.of(readShape(in));
            } else if (field == FLOATS || field == DOUBLES) {
                if (!packed || data.bytes() > 0) {
                    throw index.broken(
                            "the elements of a blob lie in several pieces near byte %d"
                                    .formatted(in.getTotalBytesRead()),
                            "one packed field, as Caffe writes it");
                }
                int length = in.readRawVarint32();
                int start = in.getTotalBytesRead();
                in.skipRawBytes(length);
                ElementType type = field == FLOATS ? ElementType.FLOAT32 : ElementType.FLOAT64;
                data = new CaffeBlob(List.of(), type, start, length);
            } else {
                CaffeLayer.skip(in, tag);
            }
        }
        in.popLimit(outer);
        List<Long> oldShape = hasOld ? Arrays.stream(old).boxed().toList() : List.of();
        return new CaffeBlob(shape.orElse(oldShape), data.type(), data.start(), data.bytes());
    }

    /** All lengths; of more than are allowed, one too many. */
    private static List<Long> readShape(CodedInputStream in) throws IOException {
        int outer = in.pushLimit(in.readRawVarint32());
        List<Long> lengths = new ArrayList<>();
        while (!in.isAtEnd()) {
            int tag = in.readTag();
            if (tag == CaffeLayer.message(DIM)) {
                int end = in.pushLimit(in.readRawVarint32());
                while (!in.isAtEnd()) {
                    put(lengths, in.readInt64());
                }
                in.popLimit(end);
            } else if (tag == (DIM << 3 | WireFormat.WIRETYPE_VARINT)) {
                put(lengths, in.readInt64());
            } else {
                CaffeLayer.skip(in, tag);
            }
        }
        in.popLimit(outer);
        return lengths;
    }

    private static void put(List<Long> lengths, long length) {
        if (lengths.size() <= Limits.RANK) {
            lengths.add(length);
        }
    }
}
