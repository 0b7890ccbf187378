import QtQuick
import Kiosk.Controls

// A round key: a camera's shutter, a loudspeaker, a sign nobody named.
Figure {
    id: shape

    implicitHeight: key.height + (words.known ? words.implicitHeight + pen.inset / 2 : 0)
    target: words.known ? shape : key

    Rectangle {
        id: key

        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.round(20 * shape.pen.unit)
        height: width
        radius: width / 2
        color: shape.chosen ? Theme.primary : Theme.tint
        border.width: shape.pen.stroke
        border.color: shape.chosen ? Theme.primary : shape.pen.outline

        Rectangle {
            anchors.centerIn: parent
            width: Math.round(parent.width * 0.62)
            height: width
            radius: width / 2
            color: "transparent"
            border.width: 2 * shape.pen.stroke
            border.color: shape.chosen ? Theme.primaryInk : shape.pen.bars
        }
    }

    Label {
        id: words

        pen: shape.pen
        visible: words.known
        y: key.height + shape.pen.inset / 2
        width: parent.width
        px: shape.pen.smallPx
        text: shape.label
        centred: true
    }
}
