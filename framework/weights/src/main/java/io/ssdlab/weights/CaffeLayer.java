package io.ssdlab.weights;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A {@code LayerParameter} or {@code V1LayerParameter} while it is read. */
final class CaffeLayer {

    /** Bytes of a UTF-8 character at most. */
    private static final int CHARACTER = 4;

    private final int nameTag;
    private final int blobsTag;
    private final TensorIndex index;
    private final List<CaffeBlob> blobs = new ArrayList<>();
    private String name = "";

    private CaffeLayer(int nameField, int blobsField, TensorIndex index) {
        this.nameTag = message(nameField);
        this.blobsTag = message(blobsField);
        this.index = index;
    }

    static CaffeLayer ofToday(TensorIndex index) {
        return new CaffeLayer(1, 7, index);
    }

    static CaffeLayer ofOld(TensorIndex index) {
        return new CaffeLayer(4, 6, index);
    }

    /** The tag of a field that has a length: a message, a text or packed numbers. */
    static int message(int field) {
        return field << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;
    }

    /** Goes past a field that is not read. */
    static void skip(CodedInputStream in, int tag) throws IOException {
        if (!in.skipField(tag)) {
            throw new InvalidProtocolBufferException("a group ends that did not start");
        }
    }

    /** Reads the layer, of which the tag was read. */
    void read(CodedInputStream in) throws IOException {
        int outer = in.pushLimit(in.readRawVarint32());
        while (!in.isAtEnd()) {
            int tag = in.readTag();
            if (tag == nameTag) {
                int length = in.readRawVarint32();
                if (length < 0 || length > CHARACTER * Limits.NAME) {
                    throw index.broken(
                            "a layer's name takes %d bytes".formatted(length),
                            "at most %d".formatted(CHARACTER * Limits.NAME));
                }
                name = new String(in.readRawBytes(length), StandardCharsets.UTF_8);
            } else if (tag == blobsTag) {
                if (blobs.size() == Limits.TENSORS) {
                    throw index.broken("a layer has more than %d blobs".formatted(Limits.TENSORS), "fewer");
                }
                blobs.add(CaffeBlob.read(in, index));
            } else {
                skip(in, tag);
            }
        }
        in.popLimit(outer);
    }

    String name() {
        return name;
    }

    List<CaffeBlob> blobs() {
        return Collections.unmodifiableList(blobs);
    }
}
