package io.ssdlab.coco;

import java.util.List;
import java.util.stream.IntStream;

/** The 80 classes of COCO's detection task, and which of its ids up to 90 they have. */
public final class CocoClasses {

    /** Ids go from 1 to this. */
    public static final int GREATEST_ID = 90;

    /** Ids without a class. */
    private static final List<Integer> GAPS = List.of(12, 26, 29, 30, 45, 66, 68, 69, 71, 83);

    private static final String NAMES = """
            person, bicycle, car, motorcycle, airplane, bus, train, truck, boat, traffic light, fire hydrant, stop sign, \
            parking meter, bench, bird, cat, dog, horse, sheep, cow, elephant, bear, zebra, giraffe, backpack, umbrella, \
            handbag, tie, suitcase, frisbee, skis, snowboard, sports ball, kite, baseball bat, baseball glove, skateboard, \
            surfboard, tennis racket, bottle, wine glass, cup, fork, knife, spoon, bowl, banana, apple, sandwich, orange, \
            broccoli, carrot, hot dog, pizza, donut, cake, chair, couch, potted plant, bed, dining table, toilet, tv, \
            laptop, mouse, remote, keyboard, cell phone, microwave, oven, toaster, sink, refrigerator, book, clock, vase, \
            scissors, teddy bear, hair drier, toothbrush""";

    private CocoClasses() {}

    /** By id. */
    public static List<String> names() {
        return List.of(NAMES.split(", "));
    }

    /** The ids of the classes, ascending. */
    public static IntStream ids() {
        return IntStream.rangeClosed(1, GREATEST_ID).filter(id -> !GAPS.contains(id));
    }
}
