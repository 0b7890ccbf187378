import QtQuick

// A key of the kiosk's own keyboard: its letter, or a word or two, as large as the key has room for.
Pressable {
    id: root

    required property string title
    readonly property int room: width - Math.round(Theme.paddingPx * 0.6)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusPx
        color: root.down ? Theme.tintPressed : Theme.card
        border.width: Theme.borderPx
        border.color: Theme.edge
    }

    Words {
        anchors.centerIn: parent
        wrapMode: Text.NoWrap
        pixels: Math.max(1, Math.min(Theme.labelPx, Math.floor(Theme.labelPx * root.room / Math.max(1, whole.implicitWidth))))
        font.bold: true
        text: root.title
        color: root.down ? Theme.tintPressedInk : Theme.ink
    }

    // Never seen: how broad it is.
    Words {
        id: whole
        visible: false
        wrapMode: Text.NoWrap
        pixels: Theme.labelPx
        font.bold: true
        text: root.title
    }
}
