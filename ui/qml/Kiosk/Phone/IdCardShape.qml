import QtQuick
import Kiosk.Controls

// A card with a portrait: a shape only, never the pattern of a real one.
Figure {
    id: shape

    implicitHeight: Math.max(Math.round(42 * pen.unit), column.implicitHeight + 2 * pen.inset)
    target: card

    Rectangle {
        id: card

        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, Math.round(76 * shape.pen.unit))
        height: parent.height
        radius: shape.pen.radius
        color: Theme.tint
        border.width: shape.pen.stroke
        border.color: Theme.edge

        Rectangle {
            id: portrait

            x: shape.pen.inset
            anchors.verticalCenter: parent.verticalCenter
            width: Math.round(21 * shape.pen.unit)
            height: Math.round(27 * shape.pen.unit)
            radius: Math.round(2 * shape.pen.unit)
            color: Theme.card

            Glyph {
                pen: shape.pen
                name: "person"
                side: Math.round(19 * shape.pen.unit)
                accent: Theme.edge
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.bottom: parent.bottom
            }
        }

        Column {
            id: column

            anchors.verticalCenter: parent.verticalCenter
            x: portrait.x + portrait.width + shape.pen.inset
            width: parent.width - x - shape.pen.inset
            spacing: shape.pen.inset

            Label {
                id: words

                pen: shape.pen
                visible: words.known
                width: parent.width
                text: shape.label
                bold: true
                ink: Theme.tintInk
            }

            Label {
                pen: shape.pen
                width: parent.width
                text: ""
                bars: shape.label === "" ? 4 : 2
                lastBar: 0.6
            }
        }
    }
}
