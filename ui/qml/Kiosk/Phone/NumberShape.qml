import QtQuick
import Kiosk.Controls

// A telephone number or a code, large enough to copy down.
Figure {
    id: shape

    implicitHeight: Math.max(Math.round(18 * pen.unit), words.implicitHeight + pen.inset)

    Rectangle {
        anchors.fill: parent
        radius: shape.pen.radius
        color: Theme.tint
        border.width: shape.pen.stroke
        border.color: shape.pen.outline
    }

    Label {
        id: words

        pen: shape.pen
        visible: words.known
        anchors.centerIn: parent
        width: parent.width - shape.pen.inset
        text: shape.label
        px: shape.pen.numberPx
        bold: true
        centred: true
        ink: Theme.tintInk
    }

    DigitBlocks {
        pen: shape.pen
        visible: shape.label === ""
        count: 8
        anchors.centerIn: parent
    }
}
