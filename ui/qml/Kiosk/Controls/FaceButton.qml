import QtQuick

// How it went: a face and its word. `face` is "good", "fair" or "poor".
Pressable {
    id: root

    required property string label
    required property string face
    readonly property int labelNeeds: text.height
    property int labelRoom: labelNeeds // the same for neighbours, so that their faces are equally large

    spokenName: label
    implicitWidth: Math.round((Theme.columnPx - 2 * Theme.gapPx) / 3)
    implicitHeight: Theme.faceIconPx + labelRoom + 3 * Theme.paddingPx

    Rectangle {
        anchors.fill: parent
        radius: Theme.cardRadiusPx
        color: root.down ? Theme.tintPressed : root.heard ? Theme.lit : root.chosen ? Theme.tint : Theme.card
        border.width: root.heard ? Theme.ringPx : root.chosen ? 2 * Theme.borderPx : Theme.borderPx
        border.color: root.heard ? Theme.ring : root.chosen ? Theme.primary : Theme.edge
    }

    Icon {
        id: picture
        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.round((root.height - height - Theme.paddingPx - root.labelRoom) / 2)
        name: root.face === "" ? "" : "face-" + root.face
        pixels: Math.round(Math.max(Theme.faceIconPx, Math.min(root.width - 3 * Theme.paddingPx, root.height - root.labelRoom - 3 * Theme.paddingPx)))
        colour: root.down ? Theme.tintPressedInk : root.heard ? Theme.litInk : Theme.primary
    }

    Words {
        id: text
        anchors.top: picture.bottom
        anchors.topMargin: Theme.paddingPx
        anchors.horizontalCenter: parent.horizontalCenter
        width: root.width - Theme.paddingPx
        horizontalAlignment: Text.AlignHCenter
        pixels: Theme.labelPx
        font.bold: true
        text: root.label
        color: root.down ? Theme.tintPressedInk : root.heard ? Theme.litInk : Theme.ink
    }
}
