import QtQuick
import Kiosk.Controls

// The place of an application's sign. Deliberately nobody's logo: a plain plate.
Rectangle {
    id: icon

    required property Pen pen
    required property real side
    property bool chosen: false

    width: side
    height: side
    radius: Math.round(side * 0.26)
    color: chosen ? Theme.primary : Theme.tint
    border.width: pen.stroke
    border.color: chosen ? Theme.primary : pen.outline

    Rectangle {
        anchors.centerIn: parent
        visible: icon.chosen
        width: Math.round(icon.side * 0.34)
        height: width
        radius: width / 2
        color: Theme.primaryInk
    }
}
