import QtQuick
import Kiosk.Controls

// The cross that closes a page, at the right edge of its row.
Figure {
    id: shape

    implicitHeight: key.height
    target: key

    Rectangle {
        id: key

        anchors.right: parent.right
        width: Math.round(13 * shape.pen.unit)
        height: width
        radius: shape.pen.radius
        color: shape.chosen ? Theme.primary : Theme.tint
        border.width: shape.pen.stroke
        border.color: shape.chosen ? Theme.primary : shape.pen.outline

        Glyph {
            pen: shape.pen
            name: "cross"
            side: Math.round(9 * shape.pen.unit)
            ink: shape.chosen ? Theme.primaryInk : Theme.tintInk
            anchors.centerIn: parent
        }
    }
}
