import QtQuick
import Kiosk.Controls

// A telephone number or a code, large enough to copy down; beside an emergency number whom it calls.
Figure {
    id: shape

    implicitHeight: Math.max(Math.round((sign === "" ? 18 : 30) * pen.unit), words.implicitHeight + pen.inset)

    Rectangle {
        anchors.fill: parent
        radius: shape.pen.radius
        color: Theme.tint
        border.width: shape.pen.stroke
        border.color: shape.pen.outline
    }

    Drawing {
        id: caller

        name: shape.sign
        pixels: Math.round(27 * shape.pen.unit)
        x: shape.pen.inset
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Math.round(shape.pen.unit)
    }

    Label {
        id: words

        pen: shape.pen
        visible: words.known
        x: caller.visible ? caller.x + caller.width : shape.pen.inset / 2
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - x - shape.pen.inset / 2
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
