import QtQuick
import Kiosk.Controls

Figure {
    id: shape

    implicitHeight: Math.max(Math.round(16 * pen.unit), words.implicitHeight + 2 * pen.inset)

    Rectangle {
        anchors.fill: parent
        radius: Math.round(8 * shape.pen.unit)
        color: Theme.tint
        border.width: shape.pen.stroke
        border.color: shape.pen.outline

        Glyph {
            id: glass

            pen: shape.pen
            name: "search"
            side: Math.round(8.5 * shape.pen.unit)
            ink: Theme.tintInk
            x: Math.round(4.5 * shape.pen.unit)
            anchors.verticalCenter: parent.verticalCenter
        }

        Label {
            id: words

            pen: shape.pen
            anchors.verticalCenter: parent.verticalCenter
            x: glass.x + glass.width + shape.pen.inset
            width: parent.width - x - Math.round(5 * shape.pen.unit)
            text: shape.label
            ink: Theme.tintInk
            lastBar: 0.5
        }
    }
}
