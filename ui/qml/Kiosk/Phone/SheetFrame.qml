import QtQuick
import Kiosk.Controls

// A sheet of paper with another one under it.
Item {
    id: frame

    required property Pen pen

    Rectangle {
        x: Math.round(3 * frame.pen.unit)
        y: Math.round(3 * frame.pen.unit)
        width: parent.width - x
        height: parent.height - y
        radius: Math.round(3 * frame.pen.unit)
        color: Theme.tint
        border.width: frame.pen.stroke
        border.color: Theme.edge
    }

    Rectangle {
        width: parent.width - Math.round(3 * frame.pen.unit)
        height: parent.height - Math.round(3 * frame.pen.unit)
        radius: Math.round(3 * frame.pen.unit)
        color: Theme.card
        border.width: frame.pen.stroke
        border.color: Theme.edge
    }
}
