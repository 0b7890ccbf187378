import QtQuick
import Kiosk.Controls

// A picture nobody needs to recognise.
Figure {
    id: shape

    implicitHeight: plate.height + (words.known ? words.implicitHeight + pen.inset / 2 : 0)

    Rectangle {
        id: plate

        width: parent.width
        height: Math.round(29 * shape.pen.unit)
        radius: shape.pen.radius
        color: Theme.tint
        border.width: shape.pen.stroke
        border.color: shape.pen.outline

        Glyph {
            pen: shape.pen
            name: "landscape"
            side: Math.round(22 * shape.pen.unit)
            ink: Theme.tintInk
            accent: Theme.edge
            anchors.centerIn: parent
        }
    }

    Label {
        id: words

        pen: shape.pen
        visible: words.known
        y: plate.height + shape.pen.inset / 2
        width: parent.width
        text: shape.label
        centred: true
    }
}
