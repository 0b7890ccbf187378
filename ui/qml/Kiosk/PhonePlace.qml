import QtQuick
import Kiosk.Controls

// A place of the drawn phone, to be touched. What it looks like is drawn beneath it; it lights up while it is said.
Pressable {
    id: place

    required property rect area
    required property int apart // so far it stays within what is drawn, so that neighbours keep their distance

    x: area.x + apart
    y: area.y + apart
    width: area.width - 2 * apart
    height: area.height - 2 * apart

    // The ring stands out from whatever is drawn there, also from the picture's own ring in the same colour.
    Rectangle {
        anchors.fill: parent
        anchors.margins: -(place.ringGap + Theme.ringPx + 3)
        visible: place.pointed
        radius: Theme.radiusPx + place.ringGap + Theme.ringPx + 3
        color: "transparent"
        border.width: Theme.ringPx + 6
        border.color: Theme.paper
    }

    Rectangle {
        anchors.fill: parent
        visible: place.down || place.heard
        radius: Theme.radiusPx
        color: "transparent"
        border.width: Theme.ringPx
        border.color: Theme.ring
    }
}
