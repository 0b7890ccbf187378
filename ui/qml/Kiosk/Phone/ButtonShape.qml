import QtQuick
import Kiosk.Controls

Figure {
    id: shape

    implicitHeight: Math.max(Math.round(17 * pen.unit), words.implicitHeight + 2 * pen.inset)

    Rectangle {
        anchors.fill: parent
        radius: Math.round(4.4 * shape.pen.unit)
        color: shape.chosen ? Theme.primary : Theme.tint
        border.width: shape.pen.stroke
        border.color: shape.chosen ? Theme.primary : shape.pen.outline

        Label {
            id: words

            pen: shape.pen
            anchors.centerIn: parent
            width: parent.width - 2 * shape.pen.inset
            text: shape.label
            bold: true
            centred: true
            lastBar: 0.44
            ink: shape.chosen ? Theme.primaryInk : Theme.tintInk
            barColour: shape.chosen ? Theme.primaryInk : shape.pen.bars
        }
    }
}
