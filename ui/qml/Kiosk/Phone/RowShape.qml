import QtQuick
import Kiosk.Controls

Figure {
    id: shape

    // What stands at the end of a row is touched there, not the row.
    readonly property string end: ["icons/info", "icons/switch-off", "icons/switch-on"].includes(sign) ? sign.slice("icons/".length) : ""

    target: end === "" ? shape : key
    implicitHeight: Math.max(Math.round(18 * pen.unit), words.implicitHeight + 2 * pen.inset)

    Rectangle {
        anchors.fill: parent
        radius: shape.pen.radius
        color: Theme.card
        border.width: shape.pen.stroke
        border.color: shape.pen.outline

        AppIcon {
            id: mark

            visible: shape.sign === "" || shape.end !== ""
            pen: shape.pen
            side: Math.round(9.6 * shape.pen.unit)
            chosen: shape.chosen
            x: shape.pen.inset
            anchors.verticalCenter: parent.verticalCenter
        }

        // A line that is ticked, not opened.
        Icon {
            anchors.centerIn: mark
            name: shape.end === "" ? shape.sign.slice("icons/".length) : ""
            pixels: Math.round(13 * shape.pen.unit)
            colour: Theme.edge
        }

        Label {
            id: words

            pen: shape.pen
            anchors.verticalCenter: parent.verticalCenter
            x: mark.x + mark.width + shape.pen.inset
            width: (shape.end === "" ? more.x : key.x) - x - shape.pen.inset / 2
            text: shape.label
            bold: shape.chosen
            lastBar: 0.75
        }

        Icon {
            id: key

            name: shape.end
            pixels: Math.round(13 * shape.pen.unit)
            colour: Theme.ink
            anchors.right: parent.right
            anchors.rightMargin: shape.pen.inset / 2
            anchors.verticalCenter: parent.verticalCenter
        }

        Glyph {
            id: more

            visible: shape.sign === ""
            pen: shape.pen
            name: "chevron"
            side: Math.round(5 * shape.pen.unit)
            ink: Theme.edge
            anchors.right: parent.right
            anchors.rightMargin: shape.pen.inset / 2
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
