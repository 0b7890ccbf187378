import QtQuick
import Kiosk.Controls

// The sign of an application: one of ours, or a plain plate. Deliberately nobody's logo.
Rectangle {
    id: icon

    required property Pen pen
    required property real side
    property bool chosen: false
    property string sign: ""

    width: side
    height: side
    radius: Math.round(side * 0.26)
    color: sign !== "" ? "transparent" : chosen ? Theme.primary : Theme.tint
    border.width: sign !== "" ? 0 : pen.stroke
    border.color: chosen ? Theme.primary : pen.outline

    Rectangle {
        anchors.centerIn: parent
        visible: icon.chosen && icon.sign === ""
        width: Math.round(icon.side * 0.34)
        height: width
        radius: width / 2
        color: Theme.primaryInk
    }

    Drawing {
        name: icon.sign
        pixels: icon.side
    }
}
