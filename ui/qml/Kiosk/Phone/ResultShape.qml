import QtQuick
import Kiosk.Controls

// One application in a store's list.
Figure {
    id: shape

    implicitHeight: Math.max(mark.height, words.implicitHeight + 2 * pen.bar) + pen.inset

    AppIcon {
        id: mark

        pen: shape.pen
        side: Math.round(18 * shape.pen.unit)
        chosen: shape.chosen
        sign: shape.sign
        anchors.verticalCenter: parent.verticalCenter
    }

    Column {
        x: mark.width + shape.pen.inset
        width: pill.x - x - shape.pen.inset
        anchors.verticalCenter: parent.verticalCenter
        spacing: shape.pen.bar * 0.6

        Label {
            id: words

            pen: shape.pen
            width: parent.width
            text: shape.label
            bold: true
            lastBar: 0.9
        }

        Rectangle {
            width: Math.round(parent.width * 0.6)
            height: Math.round(shape.pen.bar * 0.7)
            radius: height / 2
            color: shape.pen.bars
        }
    }

    Rectangle {
        id: pill

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        width: Math.round(15 * shape.pen.unit)
        height: Math.round(9 * shape.pen.unit)
        radius: height / 2
        color: Theme.tint
        border.width: shape.pen.stroke
        border.color: shape.pen.outline
    }
}
