import QtQuick

// An icon on its tinted plate, as on tiles and choices.
Rectangle {
    id: root

    required property string name
    property color colour: Theme.primary
    property int pixels: Theme.tileIconPx
    property int foot: 0 // left free at the bottom, for what stands over its lower edge

    implicitWidth: pixels
    implicitHeight: pixels
    visible: name !== ""
    radius: Theme.cardRadiusPx
    color: Theme.tint

    Icon {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: -Math.round(root.foot / 2)
        name: root.name
        colour: root.colour
        pixels: Math.round(root.pixels * 0.62)
    }
}
