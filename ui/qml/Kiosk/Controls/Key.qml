import QtQuick

// A key of the kiosk's own keyboard: its letter, or a word or two, as large as the key has room for; or a drawing.
Pressable {
    id: root

    required property string title
    property string drawn: "" // an icon in place of the letter
    property int pixels: Theme.labelPx
    property bool ringed: false // in an exercise: it is touched next
    property bool pale: false // it is not among those
    readonly property int ring: 2 * Theme.borderPx + Theme.ringPx
    readonly property int room: width - Math.round(Math.min(Theme.paddingPx * 0.6, width * 0.2))

    z: ringed ? 1 : 0

    Rectangle {
        anchors.fill: parent
        radius: Math.min(Theme.radiusPx, Math.round(root.width / 4))
        color: root.down ? Theme.tintPressed : Theme.card
        border.width: Theme.borderPx
        border.color: root.pale ? Theme.line : Theme.edge
    }

    Words {
        id: letter
        anchors.centerIn: parent
        wrapMode: Text.NoWrap
        pixels: Math.max(1, Math.min(root.pixels, Math.floor(root.pixels * root.room / Math.max(1, whole.implicitWidth))))
        font.bold: true
        opacity: root.pale ? 0.3 : 1
        text: root.title
        color: root.down ? Theme.tintPressedInk : Theme.ink
    }

    Icon {
        anchors.centerIn: parent
        opacity: root.pale ? 0.3 : 1
        name: root.drawn
        pixels: Math.round(Math.min(root.room, root.height) * 0.7)
        colour: root.down ? Theme.tintPressedInk : Theme.ink
    }

    // As around a place of a drawn screen: seen on any ground by the dark line on either side of it. Around the letter: of a
    // small key it stands out over the edge.
    Rectangle {
        anchors.fill: parent
        anchors.margins: -Math.max(0, root.ring - Math.floor((root.width - letter.implicitWidth) / 2) + Theme.borderPx)
        visible: root.ringed
        radius: Math.min(Theme.radiusPx, Math.round(root.width / 4))
        color: "transparent"
        border.width: root.ring
        border.color: Theme.markerEdge

        Rectangle {
            anchors.fill: parent
            anchors.margins: Theme.borderPx
            radius: parent.radius
            color: "transparent"
            border.width: Theme.ringPx
            border.color: Theme.marker
        }
    }

    // Never seen: how broad it is.
    Words {
        id: whole
        visible: false
        wrapMode: Text.NoWrap
        pixels: root.pixels
        font.bold: true
        text: root.title
    }
}
