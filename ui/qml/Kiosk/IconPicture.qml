import QtQuick
import Kiosk.Controls

// A large quiet sign, or a drawing of ours. The words say it all: it says nothing.
Rectangle {
    id: root

    required property string icon
    property string drawing // a picture of ours in its place, where there is one

    radius: Theme.cardRadiusPx
    color: Theme.picture
    Accessible.ignored: true

    Drawing {
        anchors.centerIn: parent
        name: root.drawing
        pixels: Math.max(8, Math.floor(Math.min(root.width * 0.9, root.height * 0.86) / 8) * 8)
    }

    Rectangle {
        id: disc
        visible: root.drawing === ""
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
