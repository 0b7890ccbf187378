import QtQuick
import Kiosk.Controls

// A field of the drawn phone, to be touched: what is typed then goes there.
Pressable {
    id: field

    required property string title
    property bool ringed: false
    property bool taken: false // what is typed goes there now

    implicitHeight: Math.max(Theme.chipPx, words.height + Math.round(Theme.gapPx / 2))

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusPx
        color: field.down ? Theme.tintPressed : Theme.card
        border.width: field.ringed ? 2 * Theme.borderPx + Theme.ringPx : field.taken ? 3 * Theme.borderPx : Theme.borderPx
        border.color: field.ringed ? Theme.markerEdge : field.taken ? Theme.primary : Theme.edge

        Rectangle {
            anchors.fill: parent
            anchors.margins: Theme.borderPx
            visible: field.ringed
            radius: parent.radius
            color: "transparent"
            border.width: Theme.ringPx
            border.color: Theme.marker
        }
    }

    Rectangle {
        anchors.fill: parent
        visible: field.heard
        radius: Theme.radiusPx
        color: "transparent"
        border.width: Theme.ringPx
        border.color: Theme.ring
    }

    Words {
        id: words
        x: Theme.paddingPx
        width: field.width - 2 * x
        anchors.verticalCenter: parent.verticalCenter
        pixels: Theme.labelPx
        font.bold: true
        text: field.title
        color: field.down ? Theme.tintPressedInk : Theme.ink
    }
}
