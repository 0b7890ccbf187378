import QtQuick
import Kiosk.Controls

// A large quiet sign where a screen has no picture of its own. The words say it all: it says nothing.
Rectangle {
    id: root

    required property string icon

    radius: Theme.cardRadiusPx
    color: Theme.picture
    Accessible.ignored: true

    Rectangle {
        id: disc
        anchors.centerIn: parent
        width: Math.round(Math.min(root.width * 0.62, root.height * 0.76))
        height: width
        radius: width / 2
        color: Theme.card
        border.width: Theme.borderPx
        border.color: Theme.line

        Icon {
            anchors.centerIn: parent
            name: root.icon
            colour: Theme.primary
            pixels: Math.round(disc.width * 0.52)
        }
    }
}
