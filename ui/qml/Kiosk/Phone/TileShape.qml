import QtQuick
import Kiosk.Controls

Figure {
    id: shape

    implicitHeight: Math.max(Math.round(34 * pen.unit), column.implicitHeight + 2 * pen.inset)

    Rectangle {
        anchors.fill: parent
        radius: shape.pen.radius
        color: Theme.card
        border.width: shape.pen.stroke
        border.color: shape.pen.outline

        Column {
            id: column

            anchors.centerIn: parent
            width: parent.width - shape.pen.inset
            spacing: shape.pen.inset

            AppIcon {
                pen: shape.pen
                side: Math.round(13 * shape.pen.unit)
                chosen: shape.chosen
                sign: shape.sign
                anchors.horizontalCenter: parent.horizontalCenter
            }

            Label {
                pen: shape.pen
                width: parent.width
                px: shape.pen.smallPx
                text: shape.label
                bold: shape.chosen
                centred: true
                lastBar: 0.7
            }
        }
    }
}
