package io.ssdlab.core.evaluate;

import io.ssdlab.coco.CocoGroundTruth;
import io.ssdlab.coco.CocoImage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The images of a split by the names that others have for them: the id, or else the file's name without extension. */
final class ImageNames {

    private final Set<String> ids;
    private final Map<String, String> idsByStem = new HashMap<>();

    ImageNames(CocoGroundTruth groundTruth) {
        ids = groundTruth.imageIds();
        Set<String> ambiguous = new HashSet<>();
        for (CocoImage image : groundTruth.images()) {
            String stem = stem(image.fileName());
            if (idsByStem.putIfAbsent(stem, image.id()) != null) {
                ambiguous.add(stem);
            }
        }
        idsByStem.keySet().removeAll(ambiguous);
        idsByStem.remove("");
    }

    /** The image's id; empty if there is no image of that name, or several. */
    Optional<String> id(String name) {
        return ids.contains(name) ? Optional.of(name) : Optional.ofNullable(idsByStem.get(name));
    }

    /** A name to show in a message. */
    Optional<String> example() {
        return ids.stream().findFirst();
    }

    private static String stem(String file) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
