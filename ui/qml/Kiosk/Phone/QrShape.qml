import QtQuick
import Kiosk.Controls

// The look of a QR code. It holds nothing: no camera can read it.
Figure {
    id: shape

    implicitHeight: sheet.height + (words.known ? words.implicitHeight + pen.inset / 2 : 0)
    target: sheet

    Rectangle {
        id: sheet

        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(Math.round(56 * shape.pen.unit), shape.pen.roof)
        height: width
        radius: shape.pen.radius
        color: Theme.card
        border.width: shape.pen.stroke
        border.color: Theme.edge

        Glyph {
            pen: shape.pen
            name: "square-code"
            side: Math.round(sheet.width * 0.84)
            anchors.centerIn: parent
        }
    }

    Label {
        id: words

        pen: shape.pen
        visible: words.known
        y: sheet.height + shape.pen.inset / 2
        width: parent.width
        text: shape.label
        centred: true
    }
}
