import QtQuick
import Kiosk.Controls

// A quick setting: a round sign with its name.
Figure {
    id: shape

    implicitHeight: Math.max(Math.round(20 * pen.unit), words.implicitHeight + 2 * pen.inset)

    Rectangle {
        anchors.fill: parent
        radius: Math.round(10 * shape.pen.unit)
        color: Theme.tint
        border.width: shape.pen.stroke
        border.color: shape.pen.outline

        AppIcon {
            id: mark

            pen: shape.pen
            side: Math.round(11 * shape.pen.unit)
            chosen: shape.chosen
            sign: shape.sign
            radius: width / 2
            x: Math.round(4 * shape.pen.unit)
            anchors.verticalCenter: parent.verticalCenter
        }

        Label {
            id: words

            pen: shape.pen
            anchors.verticalCenter: parent.verticalCenter
            x: mark.x + mark.width + shape.pen.inset / 2
            width: parent.width - x - shape.pen.inset / 2
            px: shape.pen.smallPx
            text: shape.label
            bold: true
            ink: Theme.tintInk
            lastBar: 0.8
        }
    }
}
