import QtQuick
import Kiosk.Models
import Kiosk.Controls

// Somebody has just gone, and is waved to. A touch anywhere is the next person's, who must not wait.
Rectangle {
    id: root

    required property AttractView attract

    color: Theme.paper

    Drawing {
        id: girl
        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.max(Theme.marginPx, Math.round((root.height - height - words.height - Theme.gapPx) / 2))
        name: "scenes/scene-greeting"
        pixels: Math.floor(Math.min(root.height * 0.6, root.width * 0.8) / 8) * 8
    }

    Words {
        id: words
        x: Theme.marginPx
        width: root.width - 2 * Theme.marginPx
        anchors.top: girl.bottom
        anchors.topMargin: Theme.gapPx
        horizontalAlignment: Text.AlignHCenter
        pixels: Theme.headingPx
        font.bold: true
        text: root.attract.heading
        Accessible.ignored: false
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    Pressable {
        anchors.fill: parent
        slot: "primary"
        everywhere: true
        spokenName: root.attract.primary.name
        onActivated: root.attract.press(root.attract.primary.action)
    }
}
