package io.ssdlab.coco;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The images of a split by the names that others have for them: the id, or else the file's name without folder and
 * extension, or else either of these as a number (1 for {@code 000001}). A path is known by its last part.
 */
public final class ImageNames {

    private static final Pattern ZEROS = Pattern.compile("^0+(?=\\d+$)");

    private final Set<String> ids;
    private final Map<String, String> idsByStem;
    private final Map<String, String> idsByNumber;

    public ImageNames(CocoGroundTruth groundTruth) {
        ids = groundTruth.imageIds();
        OnlyNames stems = new OnlyNames();
        OnlyNames numbers = new OnlyNames();
        for (CocoImage image : groundTruth.images()) {
            String stem = stem(image.fileName());
            stems.add(stem, image.id());
            numbers.add(number(stem), image.id());
            numbers.add(number(image.id()), image.id());
        }
        idsByStem = stems.ids();
        idsByNumber = numbers.ids();
    }

    /** The image's id; empty if there is no image of that name, or several. */
    public Optional<String> id(String name) {
        if (ids.contains(name)) {
            return Optional.of(name);
        }
        return byStemOrNumber(name).or(() -> byStemOrNumber(stem(name)));
    }

    private Optional<String> byStemOrNumber(String name) {
        return Optional.ofNullable(idsByStem.get(name)).or(() -> Optional.ofNullable(idsByNumber.get(name)));
    }

    /** A name to show in a message. */
    public Optional<String> example() {
        return ids.stream().findFirst();
    }

    private static String stem(String file) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static String number(String name) {
        return ZEROS.matcher(name).replaceFirst("");
    }

    /** Names of one image only, with its id. */
    private static final class OnlyNames {

        private final Map<String, String> ids = new HashMap<>();
        private final Set<String> ofSeveral = new HashSet<>();

        void add(String name, String id) {
            String other = ids.putIfAbsent(name, id);
            if (name.isEmpty() || (other != null && !other.equals(id))) {
                ofSeveral.add(name);
            }
        }

        Map<String, String> ids() {
            ids.keySet().removeAll(ofSeveral);
            return ids;
        }
    }
}
