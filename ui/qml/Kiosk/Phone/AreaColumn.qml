pragma ComponentBehavior: Bound
import QtQuick

// Elements one under another, in reading order.
Column {
    id: area

    required property Pen pen
    required property QtObject elements
    readonly property bool used: repeater.count > 0

    visible: used
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
