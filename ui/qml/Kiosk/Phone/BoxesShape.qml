pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// Six boxes, one for each digit of a code. They stay empty: a code belongs to its owner alone.
Figure {
    id: shape

    implicitHeight: Math.round(17 * pen.unit)

    Row {
        id: boxes

        anchors.fill: parent
        spacing: Math.round(2 * shape.pen.unit)

        Repeater {
            model: 6

            Rectangle {
                width: Math.floor((shape.width - 5 * boxes.spacing) / 6)
                height: shape.height
                radius: Math.round(2.6 * shape.pen.unit)
                color: Theme.card
                border.width: shape.pen.stroke
                border.color: Theme.edge

                Rectangle {
                    anchors.centerIn: parent
                    width: Math.round(3.4 * shape.pen.unit)
                    height: width
                    radius: width / 2
                    color: shape.pen.bars
                }
            }
        }
    }
}
