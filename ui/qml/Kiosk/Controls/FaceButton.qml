import QtQuick

// How it went: a face and its word. `face` is "good", "fair" or "poor".
Pressable {
    id: root

    required property string label
    required property string face

    spokenName: label
    implicitWidth: Math.round((Theme.columnPx - 2 * Theme.gapPx) / 3)
    implicitHeight: picture.height + text.height + 2 * Theme.paddingPx

    Rectangle {
        anchors.fill: parent
        radius: Theme.cardRadiusPx
        color: root.down ? Theme.tintPressed : root.chosen ? Theme.tint : Theme.card
        border.width: root.chosen ? 2 * Theme.borderPx : Theme.borderPx
        border.color: root.chosen ? Theme.primary : Theme.edge
    }

    Icon {
        id: picture
        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.paddingPx
        name: root.face === "" ? "" : "face-" + root.face
        pixels: Theme.faceIconPx
        colour: root.down ? Theme.tintPressedInk : Theme.primary
    }

    Words {
        id: text
        anchors.top: picture.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        width: root.width - Theme.paddingPx
        horizontalAlignment: Text.AlignHCenter
        pixels: Theme.labelPx
        font.bold: true
        text: root.label
        color: root.down ? Theme.tintPressedInk : Theme.ink
    }
}
