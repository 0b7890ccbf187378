import QtQuick
import Kiosk.Controls

// The ward's mark: a plain star on lacquer red, drawn by us; no one's coat of arms.
Rectangle {
    id: root

    required property int pixels

    width: pixels
    height: pixels
    radius: pixels / 2
    color: Theme.emblem
    Accessible.ignored: true

    Icon {
        anchors.centerIn: parent
        name: "star"
        colour: Theme.emblemInk
        pixels: Math.round(root.pixels * 0.62)
    }
}
