import QtQuick

// A disc as large as an ordinary target. Once it has been touched it shows a tick until the next one comes.
Pressable {
    id: root

    required property string place // of the screen: another circle has not been touched yet
    property bool tried: false

    sample: true
    implicitWidth: Theme.targetPx
    implicitHeight: Theme.targetPx
    onPlaceChanged: root.tried = false

    Rectangle {
        anchors.fill: parent
        radius: width / 2
        color: root.down || root.tried ? Theme.primaryPressed : Theme.primary
        border.width: root.heard ? Theme.ringPx : Theme.borderPx
        border.color: root.heard ? Theme.ring : Theme.primary

        Icon {
            anchors.centerIn: parent
            name: root.tried ? "check" : "touch"
            colour: root.down || root.tried ? Theme.primaryPressedInk : Theme.primaryInk
            pixels: Math.round(root.width * 0.5)
        }
    }
}
