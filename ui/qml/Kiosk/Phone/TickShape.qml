import QtQuick
import Kiosk.Controls

Figure {
    id: shape

    implicitHeight: tick.height + (words.known ? words.implicitHeight + pen.inset / 2 : 0)
    target: words.known ? shape : tick

    Glyph {
        id: tick

        pen: shape.pen
        name: "check-done"
        side: Math.round(40 * shape.pen.unit)
        accent: Theme.good
        anchors.horizontalCenter: parent.horizontalCenter
    }

    Label {
        id: words

        pen: shape.pen
        visible: words.known
        y: tick.height + shape.pen.inset / 2
        width: parent.width
        text: shape.label
        centred: true
    }
}
