package io.ssdlab.weights;

import io.jhdf.Superblock;
import io.jhdf.exceptions.HdfException;
import io.jhdf.storage.HdfBackingStorage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * What jHDF reads of a file: all but the elements of its data sets. Bounded, because a small file can refer to one place over
 * and over: 16 MiB in all, every place counted as often as it is read.
 */
final class HdfMetadata implements HdfBackingStorage {

    private static final long MOST = 16L << 20;

    /** What a read is counted as at least, so that many reads of nothing end too. */
    private static final int LEAST = 64;

    private static final int SUPERBLOCK = 1024;

    private final FileBytes bytes;
    private final Superblock superblock;
    private long left = MOST;

    private HdfMetadata(FileBytes bytes, Superblock superblock) {
        this.bytes = bytes;
        this.superblock = superblock;
    }

    /** @throws HdfException or another exception of the JDK's if the start of the file is not as it should be */
    static HdfMetadata of(FileBytes bytes) throws IOException {
        ByteBuffer start =
                ByteBuffer.allocate((int) Math.min(SUPERBLOCK, bytes.size())).order(ByteOrder.LITTLE_ENDIAN);
        bytes.read(0, start);
        Superblock superblock = Superblock.readSuperblock(start.flip());
        if (superblock.getBaseAddressByte() != 0) {
            throw new HdfException("addresses that do not count from the start of the file");
        }
        return new HdfMetadata(bytes, superblock);
    }

    @Override
    public ByteBuffer readBufferFromAddress(long address, int length) {
        return mapNoOffset(address, length);
    }

    @Override
    public ByteBuffer map(long address, long length) {
        return mapNoOffset(address, length);
    }

    @Override
    public ByteBuffer mapNoOffset(long address, long length) {
        if (address < 0 || length < 0 || length > bytes.size() || address > bytes.size() - length) {
            throw new HdfException("%d bytes at byte %d are wanted of %d".formatted(length, address, bytes.size()));
        }
        left -= Math.max(LEAST, length);
        if (left < 0) {
            throw new HdfException("more than %d bytes besides the data".formatted(MOST));
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
        try {
            bytes.read(address, buffer);
        } catch (IOException e) {
            throw new HdfException("the file cannot be read (" + e + ")", e);
        }
        return buffer.flip();
    }

    @Override
    public long getUserBlockSize() {
        return 0;
    }

    @Override
    public Superblock getSuperblock() {
        return superblock;
    }

    @Override
    public FileChannel getFileChannel() {
        throw new HdfException("the file is read piece by piece");
    }

    @Override
    public int getSizeOfOffsets() {
        return superblock.getSizeOfOffsets();
    }

    @Override
    public int getSizeOfLengths() {
        return superblock.getSizeOfLengths();
    }

    @Override
    public void close() {
        // The file is its owner's to close.
    }

    @Override
    public long size() {
        return bytes.size();
    }

    @Override
    public boolean inMemory() {
        return true;
    }
}
