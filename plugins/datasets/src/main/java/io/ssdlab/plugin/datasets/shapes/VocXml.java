package io.ssdlab.plugin.datasets.shapes;

import java.util.stream.Collectors;

/** The annotation of a drawn scene as the VOC devkit writes it: corners count pixels from 1 and include the last. */
record VocXml(String fileName, Scene scene) {

    String text() {
        return """
                <annotation>
                \t<folder>shapes</folder>
                \t<filename>%s</filename>
                \t<size>
                \t\t<width>%d</width>
                \t\t<height>%d</height>
                \t\t<depth>3</depth>
                \t</size>
                %s</annotation>
                """.formatted(
                        fileName,
                        scene.image().getWidth(),
                        scene.image().getHeight(),
                        scene.objects().stream().map(VocXml::object).collect(Collectors.joining()));
    }

    private static String object(DrawnObject object) {
        return """
                \t<object>
                \t\t<name>%s</name>
                \t\t<difficult>%d</difficult>
                \t\t<bndbox>
                \t\t\t<xmin>%d</xmin>
                \t\t\t<ymin>%d</ymin>
                \t\t\t<xmax>%d</xmax>
                \t\t\t<ymax>%d</ymax>
                \t\t</bndbox>
                \t</object>
                """.formatted(
                        object.shape().className(),
                        object.isDifficult() ? 1 : 0,
                        object.left() + 1,
                        object.top() + 1,
                        object.right() + 1,
                        object.bottom() + 1);
    }
}
