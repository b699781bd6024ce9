package io.ssdlab.report.lesson;

import io.ssdlab.spi.data.Image;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** Images as Java2D draws them. */
final class Picture {

    private Picture() {}

    static BufferedImage of(Image image) {
        BufferedImage picture = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_3BYTE_BGR);
        // Blue, green, red, row by row: the layout of Image too.
        byte[] pixels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        System.arraycopy(image.bgr(), 0, pixels, 0, pixels.length);
        return picture;
    }
}
