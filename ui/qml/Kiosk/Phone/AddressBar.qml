import QtQuick
import Kiosk.Controls
import Kiosk.Models

// The head of a browser: the address is the one thing a resident must read there.
Rectangle {
    id: bar

    required property PhoneView view
    required property Pen pen

    implicitHeight: Math.max(Math.round(13 * pen.unit), address.implicitHeight + pen.inset) + 2 * pen.inset
    color: Theme.tint
    topLeftRadius: Math.round(3 * pen.unit)
    topRightRadius: topLeftRadius

    Rectangle {
        id: pill

        x: bar.pen.inset
        y: bar.pen.inset
        width: parent.width - 2 * x - (corner.used ? corner.width + bar.pen.inset : 0)
        height: parent.height - 2 * y
        radius: Math.round(6.5 * bar.pen.unit)
        color: Theme.card
        border.width: bar.pen.stroke
        border.color: bar.pen.outline

        Glyph {
            id: lock

            pen: bar.pen
            name: "padlock"
            side: Math.round(7 * bar.pen.unit)
            ink: Theme.edge
            x: Math.round(4 * bar.pen.unit)
            anchors.verticalCenter: parent.verticalCenter
        }

        AreaColumn {
            id: address

            pen: bar.pen
            x: lock.x + lock.width + bar.pen.inset
            width: parent.width - x - bar.pen.gap
            anchors.verticalCenter: parent.verticalCenter
            elements: bar.view.address
        }

        Rectangle {
            visible: !address.used
            x: address.x
            anchors.verticalCenter: parent.verticalCenter
            width: Math.round(parent.width * 0.5)
            height: bar.pen.bar
            radius: height / 2
            color: bar.pen.bars
        }
    }

    AreaColumn {
        id: corner

        pen: bar.pen
        width: Math.round(13 * bar.pen.unit)
        anchors.right: parent.right
        anchors.rightMargin: bar.pen.inset
        anchors.verticalCenter: pill.verticalCenter
        elements: bar.view.corner
    }

    Rectangle {
        y: parent.height - height
        width: parent.width
        height: bar.pen.stroke
        color: bar.pen.outline
    }
}
