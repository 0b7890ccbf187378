pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// Pictures of an application on its store page.
Figure {
    id: shape

    implicitHeight: shots.height + (label !== "" ? caption.height + pen.inset : 0)

    Row {
        id: shots

        spacing: shape.pen.inset

        Repeater {
            model: 3

            Rectangle {
                width: Math.floor((shape.width - 2 * shots.spacing) / 3)
                height: Math.round(40 * shape.pen.unit)
                radius: shape.pen.radius
                color: Theme.tint
                border.width: shape.pen.stroke
                border.color: shape.pen.outline
            }
        }
    }

    Label {
        id: caption

        pen: shape.pen
        visible: shape.label !== ""
        y: shots.height + shape.pen.inset
        width: parent.width
        text: shape.label
    }
}
