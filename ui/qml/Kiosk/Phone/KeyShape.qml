import QtQuick
import Kiosk.Controls

// A round key: a camera's shutter, a loudspeaker, a sign nobody named.
Figure {
    id: shape

    readonly property string mark: sign.slice("icons/".length)
    readonly property bool corner: ["plus", "erase", "send", "bin"].includes(mark) // on phones it stands at the right edge

    implicitHeight: key.height + (words.known ? words.implicitHeight + pen.inset / 2 : 0)
    target: words.known ? shape : key

    Rectangle {
        id: key

        x: shape.corner ? shape.width - width : Math.round((shape.width - width) / 2)
        width: Math.round(20 * shape.pen.unit)
        height: width
        radius: width / 2
        color: shape.chosen ? Theme.primary : Theme.tint
        border.width: shape.pen.stroke
        border.color: shape.chosen ? Theme.primary : shape.pen.outline

        Rectangle {
            visible: shape.mark === ""
            anchors.centerIn: parent
            width: Math.round(parent.width * 0.62)
            height: width
            radius: width / 2
            color: "transparent"
            border.width: 2 * shape.pen.stroke
            border.color: shape.chosen ? Theme.primaryInk : shape.pen.bars
        }

        Icon {
            anchors.centerIn: parent
            name: shape.mark
            pixels: Math.round(parent.width * 0.66)
            colour: shape.chosen ? Theme.primaryInk : Theme.edge
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
