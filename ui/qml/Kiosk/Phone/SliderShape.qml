import QtQuick
import Kiosk.Controls

// A bar with a knob that is slid along it: its name over it, and its sign before it. The knob follows the finger.
Figure {
    id: shape

    implicitHeight: Math.round(28 * pen.unit) + (label === "" ? 0 : words.implicitHeight)

    Label {
        id: words

        pen: shape.pen
        visible: shape.label !== ""
        x: shape.pen.inset
        y: shape.pen.inset
        width: parent.width - 2 * x
        text: shape.label
        bold: shape.chosen
    }

    Icon {
        id: mark

        name: shape.sign === "" ? "" : shape.sign.slice("icons/".length)
        pixels: Math.round(12 * shape.pen.unit)
        colour: Theme.ink
        x: shape.pen.inset
        y: Math.round(bar.y + bar.height / 2 - height / 2)
    }

    Rectangle {
        id: bar

        readonly property real room: width - knob.width

        x: mark.name === "" ? shape.pen.inset : mark.x + mark.width + shape.pen.inset
        y: Math.round(shape.height - 14 * shape.pen.unit - height / 2)
        width: shape.width - x - shape.pen.inset
        height: Math.round(3.6 * shape.pen.unit)
        radius: height / 2
        color: shape.pen.bars
    }

    Rectangle {
        x: bar.x
        y: bar.y
        width: knob.x + knob.width / 2 - x
        height: bar.height
        radius: bar.radius
        color: Theme.primary
    }

    Rectangle {
        id: knob

        width: Math.round(12 * shape.pen.unit)
        height: width
        radius: width / 2
        x: bar.x + Math.max(0, Math.min(bar.room, Math.round(0.18 * bar.room) + (shape.pen.practised ? shape.pen.slid.x : 0)))
        y: Math.round(bar.y + bar.height / 2 - height / 2)
        color: Theme.primary
        border.width: 2 * shape.pen.stroke
        border.color: Theme.card
    }
}
