import QtQuick
import Kiosk.Controls

// What the camera sees: four corners, and a face or a card between them.
Figure {
    id: shape

    readonly property real picture: Math.min(Math.round(66 * pen.unit), pen.roof)

    implicitHeight: picture + (words.known ? words.implicitHeight + pen.inset : 0)

    Rectangle {
        anchors.fill: parent
        radius: shape.pen.radius
        color: Theme.tint
        border.width: shape.pen.stroke
        border.color: Theme.edge

        Glyph {
            id: corners

            pen: shape.pen
            name: "viewfinder"
            side: shape.picture - Math.round(4 * shape.pen.unit)
            y: Math.round(2 * shape.pen.unit)
            ink: Theme.tintInk
            accent: Theme.edge
            anchors.horizontalCenter: parent.horizontalCenter
        }

        Label {
            id: words

            pen: shape.pen
            visible: words.known
            y: corners.y + corners.height + shape.pen.inset / 2
            x: shape.pen.inset
            width: parent.width - 2 * x
            text: shape.label
            ink: Theme.tintInk
            centred: true
        }
    }
}
