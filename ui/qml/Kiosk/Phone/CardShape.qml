import QtQuick
import Kiosk.Controls

// Something put on the desk: a card, a paper.
Figure {
    id: shape

    implicitHeight: Math.max(Math.round(20 * pen.unit), words.implicitHeight + 2 * pen.inset)

    Rectangle {
        anchors.fill: parent
        radius: shape.pen.radius
        color: Theme.card
        border.width: shape.pen.stroke
        border.color: Theme.edge

        Rectangle {
            id: stripe

            x: shape.pen.inset
            anchors.verticalCenter: parent.verticalCenter
            width: Math.round(2.4 * shape.pen.unit)
            height: parent.height - 2 * shape.pen.inset
            radius: width / 2
            color: shape.chosen ? Theme.primary : shape.pen.bars
        }

        Label {
            id: words

            pen: shape.pen
            anchors.verticalCenter: parent.verticalCenter
            x: stripe.x + stripe.width + shape.pen.inset
            width: parent.width - x - shape.pen.inset
            text: shape.label
            bold: true
            bars: 2
            lastBar: 0.6
        }
    }
}
