package io.ssdlab.testkit;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A garbage collection at a moment of our choosing, to find arrays that are read after their memory was given back.
 *
 * <p>DJL makes an array of PyTorch's from numbers by letting it look into a buffer of Java's, which is given back some time
 * after the array is closed, whatever else of PyTorch's still looks into it.
 */
final class GarbageCollection {

    /** Where collections on demand are switched off, nothing comes; then there is nothing to find either. */
    private static final int TRIES = 20;

    private static final long MILLISECONDS_A_TRY = 100;

    /** Given back memory is handed out again to who asks for as much: enough to reach most of it. */
    private static final int BUFFERS = 256;

    private static final int[] SIZES = {4, 8, 16, 64, 256};

    private static final byte ANYTHING = (byte) 0xa5;

    private GarbageCollection() {}

    /** Gives back what nobody in Java holds any more, and writes over what memory comes free. */
    static void happensNow() {
        // One thread gives the buffers' memory back and queues references. It turns to what a second collection found
        // when it is through with the first's.
        untilReferencesAreQueued();
        untilReferencesAreQueued();
        List<ByteBuffer> held = new ArrayList<>();
        try {
            writeOver(held);
        } finally {
            Reference.reachabilityFence(held);
        }
    }

    private static void writeOver(List<ByteBuffer> held) {
        for (int i = 0; i < BUFFERS; i++) {
            for (int size : SIZES) {
                ByteBuffer buffer = ByteBuffer.allocateDirect(size);
                while (buffer.hasRemaining()) {
                    buffer.put(ANYTHING);
                }
                held.add(buffer);
            }
        }
    }

    private static void untilReferencesAreQueued() {
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        PhantomReference<Object> witness = new PhantomReference<>(new Object(), queue);
        try {
            boolean queued = false;
            for (int tries = 0; tries < TRIES && !queued; tries++) {
                System.gc();
                queued = queue.remove(MILLISECONDS_A_TRY) != null;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Reference.reachabilityFence(witness);
        }
    }
}
