import QtQuick
import Kiosk.Controls

// An empty box to type in; the one to touch shows a cursor.
Figure {
    id: shape

    readonly property bool empty: chosen && label === ""

    implicitHeight: Math.max(Math.round(17 * pen.unit), words.implicitHeight + 2 * pen.inset)

    Rectangle {
        anchors.fill: parent
        radius: shape.pen.radius
        color: Theme.card
        border.width: shape.pen.stroke
        border.color: Theme.edge

        Rectangle {

            visible: shape.empty
            x: shape.pen.inset + shape.pen.stroke
            anchors.verticalCenter: parent.verticalCenter
            width: shape.pen.stroke
            height: Math.round(8.5 * shape.pen.unit)
            color: Theme.ink
        }

        Label {
            id: words

            pen: shape.pen
            anchors.verticalCenter: parent.verticalCenter
            x: shape.pen.inset + (shape.empty ? 3 * shape.pen.stroke : 0)
            width: parent.width - x - shape.pen.inset
            text: shape.label
            lastBar: 0.5
        }
    }
}
