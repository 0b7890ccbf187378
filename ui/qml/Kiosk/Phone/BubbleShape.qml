import QtQuick
import Kiosk.Controls

// A message that came in; `code` holds digits that stay secret.
Figure {
    id: shape

    property bool code: false

    implicitHeight: bubble.height
    target: bubble

    Rectangle {
        id: bubble

        width: Math.round(shape.width * 0.88)
        height: column.implicitHeight + 2 * shape.pen.inset + shape.pen.stroke
        radius: Math.round(5 * shape.pen.unit)
        color: Theme.tint
        border.width: shape.pen.stroke
        border.color: shape.pen.outline

        Column {
            id: column

            x: Math.round(5 * shape.pen.unit)
            width: parent.width - 2 * x
            anchors.verticalCenter: parent.verticalCenter
            spacing: shape.pen.inset

            Label {
                pen: shape.pen
                width: parent.width
                text: shape.label
                bold: shape.code
                ink: Theme.tintInk
                bars: shape.code ? 1 : 3
                lastBar: 0.7
            }

            DigitBlocks {
                pen: shape.pen
                visible: shape.code && shape.label === ""
            }
        }
    }
}
