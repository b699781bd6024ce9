package io.ssdlab.core.media;

import io.ssdlab.spi.data.Image;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * A decoded picture, or a decoded frame of a clip.
 *
 * @param source where it is from
 * @param number of the frame in its clip, from 0; empty for a picture
 */
public record Frame(MediaFile source, OptionalInt number, Image image) {

    /** The id of the picture, or that of the clip with the frame: {@code clip.avi#00012}. */
    public String id() {
        return number.isPresent() ? String.format(Locale.ROOT, "%s#%05d", source.id(), number.getAsInt()) : source.id();
    }
}
