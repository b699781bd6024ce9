package io.ssdlab.weights;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads Caffe's models: a binary {@code NetParameter} of {@code caffe.proto}, with layers of today's form or of that before
 * (V1). The blobs of a layer are its tensors {@code LAYER.0}, {@code LAYER.1}, ...; old blobs always have 4 axes.
 */
final class CaffeReader implements FormatReader {

    private static final int NAME = 1;
    private static final int OLD_LAYERS = 2;
    private static final int HIGHEST_OTHER_FIELD = 8;
    private static final int LAYERS = 100;

    @Override
    public String format() {
        return "caffe";
    }

    /** By walking over the network's own fields to the first layer, since the format has no mark of its own. */
    @Override
    public boolean recognises(FileStart start) {
        if (start.size() > Integer.MAX_VALUE) {
            return false;
        }
        try {
            CodedInputStream in = CodedInputStream.newInstance(start.head());
            boolean named = false;
            while (!in.isAtEnd()) {
                int tag = in.readTag();
                int field = WireFormat.getTagFieldNumber(tag);
                if (field == LAYERS || field == OLD_LAYERS) {
                    return WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED
                            && in.readRawVarint32() > 0;
                }
                if (field > HIGHEST_OTHER_FIELD || (field == NAME && named) || !in.skipField(tag)) {
                    return false;
                }
                named |= field == NAME;
            }
        } catch (IOException e) {
            return start.hasExtension("caffemodel");
        }
        return false;
    }

    @Override
    public IndexedTensorFile read(Path file, FileBytes bytes) throws IOException {
        TensorIndex index = new TensorIndex(file);
        CodedInputStream in = CodedInputStream.newInstance(bytes.stream(0, bytes.size()));
        try {
            in.pushLimit((int) bytes.size());
            readNetwork(in, bytes, index);
        } catch (InvalidProtocolBufferException e) {
            throw index.broken(
                    "no valid NetParameter of Caffe near byte %d: %s".formatted(in.getTotalBytesRead(), e.getMessage()),
                    "is the file whole?");
        }
        return new IndexedTensorFile(format(), file, index.tensors(), List.of(bytes));
    }

    private static void readNetwork(CodedInputStream in, FileBytes bytes, TensorIndex index) throws IOException {
        while (!in.isAtEnd()) {
            int tag = in.readTag();
            CaffeLayer layer;
            if (tag == CaffeLayer.message(LAYERS)) {
                layer = CaffeLayer.ofToday(index);
            } else if (tag == CaffeLayer.message(OLD_LAYERS)) {
                layer = CaffeLayer.ofOld(index);
            } else {
                CaffeLayer.skip(in, tag);
                continue;
            }
            layer.read(in);
            addBlobs(layer, bytes, index);
        }
    }

    private static void addBlobs(CaffeLayer layer, FileBytes bytes, TensorIndex index) {
        for (int i = 0; i < layer.blobs().size(); i++) {
            CaffeBlob blob = layer.blobs().get(i);
            index.add(new TensorIndex.Claim(
                    layer.name() + "." + i,
                    blob.shape(),
                    blob.type(),
                    Encoding.plain(blob.type(), ByteOrder.LITTLE_ENDIAN),
                    bytes,
                    blob.start(),
                    blob.bytes()));
        }
    }
}
