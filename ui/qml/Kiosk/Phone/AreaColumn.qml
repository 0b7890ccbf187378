pragma ComponentBehavior: Bound
import QtQuick

// Elements one under another, in reading order.
Column {
    id: area

    required property Pen pen
    required property QtObject elements

    visible: repeater.count > 0
    spacing: pen.gap

    Repeater {
        id: repeater

        model: area.elements

        Sketch {
            pen: area.pen
            width: area.width
        }
    }
}
