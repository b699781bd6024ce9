package io.ssdlab.weights;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Messages of caffe.proto, written field by field. */
final class CaffeModelBytes {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Writes one field. */
    @FunctionalInterface
    private interface Field {
        void write(CodedOutputStream out) throws IOException;
    }

    private CaffeModelBytes add(Field field) throws IOException {
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        field.write(out);
        out.flush();
        return this;
    }

    CaffeModelBytes text(int field, String value) throws IOException {
        return add(out -> out.writeString(field, value));
    }

    CaffeModelBytes number(int field, long value) throws IOException {
        return add(out -> out.writeInt64(field, value));
    }

    CaffeModelBytes message(int field, CaffeModelBytes value) throws IOException {
        return add(out -> out.writeByteArray(field, value.toArray()));
    }

    CaffeModelBytes packed(int field, Bytes values) throws IOException {
        return add(out -> out.writeBytes(field, ByteString.copyFrom(values.toArray())));
    }

    CaffeModelBytes unpacked(int field, float value) throws IOException {
        return add(out -> out.writeFloat(field, value));
    }

    /** A BlobShape, its lengths packed. */
    static CaffeModelBytes shape(long... lengths) throws IOException {
        CaffeModelBytes packed = new CaffeModelBytes();
        for (long length : lengths) {
            packed.add(out -> out.writeInt64NoTag(length));
        }
        return new CaffeModelBytes().message(1, packed);
    }

    byte[] toArray() {
        return bytes.toByteArray();
    }
}
