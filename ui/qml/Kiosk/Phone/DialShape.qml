import QtQuick
import Kiosk.Controls

// The round key of a call: the green one makes it.
Figure {
    id: shape

    property string glyph: "handset"
    property color ground: Theme.good
    property color ink: Theme.card

    implicitHeight: key.height + (words.known ? words.implicitHeight + pen.inset / 2 : 0)
    target: words.known ? shape : key

    Rectangle {
        id: key

        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.round(21 * shape.pen.unit)
        height: width
        radius: width / 2
        color: shape.ground

        Glyph {
            pen: shape.pen
            name: shape.glyph
            side: Math.round(12 * shape.pen.unit)
            ink: shape.ink
            anchors.centerIn: parent
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
