import QtQuick
import Kiosk.Controls

// The sign above a desk.
Figure {
    id: shape

    implicitHeight: Math.max(Math.round(17 * pen.unit), words.implicitHeight + 2 * pen.inset)
    target: board

    Rectangle {
        id: board

        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.round(shape.width * 0.82)
        height: parent.height
        radius: Math.round(2.6 * shape.pen.unit)
        color: Theme.card
        border.width: 2 * shape.pen.stroke
        border.color: Theme.ink

        Label {
            id: words

            pen: shape.pen
            anchors.centerIn: parent
            width: parent.width - 2 * shape.pen.inset
            text: shape.label
            bold: true
            centred: true
            lastBar: 0.7
        }
    }
}
