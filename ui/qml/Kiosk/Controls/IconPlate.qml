import QtQuick

// An icon on its tinted plate, as on tiles and choices.
Rectangle {
    id: root

    required property string name
    property color colour: Theme.primary
    property int pixels: Theme.tileIconPx

    implicitWidth: pixels
    implicitHeight: pixels
    visible: name !== ""
    radius: Theme.cardRadiusPx
    color: Theme.tint

    Icon {
        anchors.centerIn: parent
        name: root.name
        colour: root.colour
        pixels: Math.round(root.pixels * 0.62)
    }
}
