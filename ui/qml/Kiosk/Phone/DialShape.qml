import QtQuick
import Kiosk.Controls

// The key that makes the call.
Figure {
    id: shape

    implicitHeight: key.height + (words.known ? words.implicitHeight + pen.inset / 2 : 0)
    target: words.known ? shape : key

    Rectangle {
        id: key

        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.round(21 * shape.pen.unit)
        height: width
        radius: width / 2
        color: Theme.good

        Picto {
            pen: shape.pen
            name: "handset"
            side: Math.round(12 * shape.pen.unit)
            ink: Theme.card
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
