package io.ssdlab.weights;

import io.jhdf.ObjectHeader;
import io.jhdf.object.message.DataLayoutMessage;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.DataTypeMessage;
import io.ssdlab.spi.InvalidInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads Keras' weights and models as HDF5 files hold them: a group for each layer, in it a data set for each tensor, perhaps
 * all below {@code model_weights}. A tensor's name is the path of its data set without the leading slash. Data sets of other
 * things than numbers are left out; chunked ones are refused, because they may be compressed and a small file can unpack to
 * more than any machine holds. jHDF reads the structure, we the elements.
 */
final class KerasReader implements FormatReader {

    private static final int DEEPEST = 32;

    /** The type of a data space without elements. */
    private static final int NULL_SPACE = 2;

    @Override
    public String format() {
        return "keras-h5";
    }

    @Override
    public boolean recognises(FileStart start) {
        return start.startsWith(0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n');
    }

    @Override
    public IndexedTensorFile read(Path file, FileBytes bytes) throws IOException {
        TensorIndex index = new TensorIndex(file);
        try {
            HdfMetadata metadata = HdfMetadata.of(bytes);
            long root = HdfGroup.rootAddress(metadata);
            new Walk(bytes, metadata, index).group(ObjectHeader.readObjectHeader(metadata, root), "", 0);
        } catch (InvalidInputException e) {
            throw e;
        } catch (RuntimeException e) {
            throw index.broken("no valid HDF5, or none that is read here: " + cause(e), "is the file whole?");
        } catch (StackOverflowError e) {
            throw index.broken("an HDF5 structure that contains itself", "fetch the file again");
        }
        return new IndexedTensorFile(format(), file, index.tensors(), List.of(bytes));
    }

    /** The innermost message: jHDF wraps every failure in where it was. */
    private static String cause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : Shown.of(cause.getMessage());
    }

    /** One way through all groups of a file. */
    private static final class Walk {

        private final FileBytes bytes;
        private final HdfMetadata metadata;
        private final TensorIndex index;
        private final Set<Long> groups = new HashSet<>();

        private Walk(FileBytes bytes, HdfMetadata metadata, TensorIndex index) {
            this.bytes = bytes;
            this.metadata = metadata;
            this.index = index;
        }

        /** @param path with a slash at its end, unless it is empty */
        private void group(ObjectHeader header, String path, int depth) {
            if (depth > DEEPEST || !groups.add(header.getAddress())) {
                throw index.broken(
                        "the group '%s' lies too deep or in several groups".formatted(Shown.of(path)),
                        "at most %d levels, each group in one".formatted(DEEPEST));
            }
            for (HdfGroup.Link link : HdfGroup.links(header, metadata, index)) {
                ObjectHeader child = ObjectHeader.readObjectHeader(metadata, link.address());
                String name = path + link.name();
                if (child.hasMessageOfType(DataSpaceMessage.class)) {
                    dataset(child, name);
                } else if (HdfGroup.is(child)) {
                    group(child, name + "/", depth + 1);
                }
            }
        }

        private void dataset(ObjectHeader header, String name) {
            DataTypeMessage type = header.getMessageOfType(DataTypeMessage.class);
            Optional<Encoding> encoding = HdfNumbers.encoding(type.getDataType());
            DataSpaceMessage space = header.getMessageOfType(DataSpaceMessage.class);
            if (encoding.isEmpty() || space.getDataSpace().getType() == NULL_SPACE) {
                return;
            }
            if (type.isMessageShared() || space.isMessageShared()) {
                index.problem(
                        "data set '%s' shares its type with others".formatted(Shown.of(name)),
                        "h5repack, or saving it again from Keras, gives it one of its own");
                return;
            }
            DataLayoutMessage layout = header.getMessageOfType(DataLayoutMessage.class);
            if (!(layout instanceof DataLayoutMessage.ContiguousDataLayoutMessage contiguous)) {
                index.problem(
                        "data set '%s' is %s".formatted(Shown.of(name), layout.getDataLayout()),
                        "h5repack -f NONE -l CONTI writes it in one piece, as Keras does");
                return;
            }
            List<Long> shape = Arrays.stream(space.getDataSpace().getDimensions())
                    .asLongStream()
                    .boxed()
                    .toList();
            long count = TensorIndex.elementCount(shape);
            long size = count * encoding.get().type().bytes();
            index.add(new TensorIndex.Claim(
                    name,
                    shape,
                    encoding.get().type(),
                    encoding.get(),
                    bytes,
                    count == 0 ? 0 : contiguous.getAddress(),
                    contiguous.getSize() < 0 ? size : contiguous.getSize()));
        }
    }
}
