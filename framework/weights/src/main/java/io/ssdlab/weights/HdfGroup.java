package io.ssdlab.weights;

import io.jhdf.GroupSymbolTableNode;
import io.jhdf.LocalHeap;
import io.jhdf.ObjectHeader;
import io.jhdf.Superblock;
import io.jhdf.SymbolTableEntry;
import io.jhdf.btree.BTreeV1;
import io.jhdf.exceptions.HdfException;
import io.jhdf.object.message.LinkInfoMessage;
import io.jhdf.object.message.LinkMessage;
import io.jhdf.object.message.SymbolTableMessage;
import io.ssdlab.spi.InvalidInputException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The links of an HDF5 group. jHDF's own groups are not used, since they follow links to other files and stop at nothing.
 * Groups with many links in the form that only new versions of HDF5 read are refused; Keras does not write it.
 */
final class HdfGroup {

    private static final long NOWHERE = -1;
    private static final int SYMBOLIC = 2;

    private HdfGroup() {}

    /** A hard link: the only kind that stays in the file and leads somewhere for sure. */
    record Link(String name, long address) {}

    static long rootAddress(HdfMetadata metadata) {
        if (metadata.getSuperblock() instanceof Superblock.SuperblockV0V1 old) {
            return new SymbolTableEntry(metadata, old.getRootGroupSymbolTableAddress()).getObjectHeaderAddress();
        }
        if (metadata.getSuperblock() instanceof Superblock.SuperblockV2V3 recent) {
            return recent.getRootGroupObjectHeaderAddress();
        }
        throw new HdfException("a superblock of a version that is not known");
    }

    static boolean is(ObjectHeader header) {
        return header.hasMessageOfType(SymbolTableMessage.class) || header.hasMessageOfType(LinkInfoMessage.class);
    }

    /** @throws io.ssdlab.spi.InvalidInputException for links that are not followed */
    static List<Link> links(ObjectHeader header, HdfMetadata metadata, TensorIndex index) {
        return header.hasMessageOfType(SymbolTableMessage.class)
                ? oldLinks(header.getMessageOfType(SymbolTableMessage.class), metadata, index)
                : recentLinks(header, index);
    }

    private static List<Link> recentLinks(ObjectHeader header, TensorIndex index) {
        if (header.getMessageOfType(LinkInfoMessage.class).getBTreeNameIndexAddress() != NOWHERE) {
            throw index.broken(
                    "a group in the form that only new versions of HDF5 read",
                    "h5repack --high=0 writes the one that is read here");
        }
        List<Link> links = new ArrayList<>();
        for (LinkMessage message : header.getMessagesOfType(LinkMessage.class)) {
            if (message.getLinkType() != LinkMessage.LinkType.HARD) {
                throw symbolic(message.getLinkName(), index);
            }
            links.add(new Link(message.getLinkName(), message.getHardLinkAddress()));
        }
        return links;
    }

    private static List<Link> oldLinks(SymbolTableMessage table, HdfMetadata metadata, TensorIndex index) {
        ByteBuffer names = new LocalHeap(metadata, table.getLocalHeapAddress()).getDataBuffer();
        List<Link> links = new ArrayList<>();
        for (long node :
                BTreeV1.createGroupBTree(metadata, table.getBTreeAddress()).getChildAddresses()) {
            for (SymbolTableEntry entry : new GroupSymbolTableNode(metadata, node).getSymbolTableEntries()) {
                String name = name(names, entry.getLinkNameOffset());
                if (entry.getCacheType() == SYMBOLIC) {
                    throw symbolic(name, index);
                }
                links.add(new Link(name, entry.getObjectHeaderAddress()));
            }
        }
        return links;
    }

    /** The text that ends with a zero byte; cut off after more bytes than a name may have characters. */
    private static String name(ByteBuffer names, int start) {
        int end = start;
        while (names.get(end) != 0 && end - start <= Limits.NAME) {
            end++;
        }
        byte[] name = new byte[end - start];
        names.get(start, name);
        return new String(name, StandardCharsets.UTF_8);
    }

    private static InvalidInputException symbolic(String name, TensorIndex index) {
        return index.broken(
                "'%s' is a symbolic link, perhaps to another file".formatted(Shown.of(name)),
                "a file that holds its data sets itself, as Keras writes it");
    }
}
