import QtQuick

// How it went: a face and its word.
Pressable {
    id: root

    required property string label
    required property string picture // "scenes/face-happy"
    readonly property int labelNeeds: text.height
    property int labelRoom: labelNeeds // the same for neighbours, so that their faces are equally large

    // A face grows with the room, and shrinks to this before it would leave the first page.
    readonly property int between: Math.min(Theme.paddingPx, Math.round((height - face.height - labelRoom) / 3))
    readonly property int leastFacePx: Math.round(Theme.faceIconPx * 0.4)

    spokenName: label
    implicitWidth: Math.round((Theme.columnPx - 2 * Theme.gapPx) / 3)
    implicitHeight: leastFacePx + labelRoom + Math.round(1.5 * Theme.paddingPx)

    Rectangle {
        anchors.fill: parent
        radius: Theme.cardRadiusPx
        color: root.down ? Theme.tintPressed : root.heard ? Theme.lit : root.chosen ? Theme.tint : Theme.card
        border.width: root.heard ? Theme.ringPx : root.chosen ? 2 * Theme.borderPx : Theme.borderPx
        border.color: root.heard ? Theme.ring : root.chosen ? Theme.primary : Theme.edge
    }

    Drawing {
        id: face
        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.round((root.height - height - root.between - root.labelRoom) / 2)
        name: root.picture
        pixels: Math.floor(Math.max(root.leastFacePx, Math.min(root.width - 3 * Theme.paddingPx, root.height - root.labelRoom - 3 * Theme.paddingPx)) / 4) * 4
    }

    // What is chosen is seen without its colour.
    Icon {
        x: root.width - width - Math.round(Theme.paddingPx / 2)
        y: Math.round(Theme.paddingPx / 2)
        name: root.chosen ? "check" : ""
        pixels: Math.round(Theme.labelPx * 1.2)
        colour: Theme.primary
    }

    Words {
        id: text
        anchors.top: face.bottom
        anchors.topMargin: root.between
        anchors.horizontalCenter: parent.horizontalCenter
        width: root.width - Theme.paddingPx
        horizontalAlignment: Text.AlignHCenter
        pixels: Theme.labelPx
        font.bold: true
        text: root.label
        color: root.down ? Theme.tintPressedInk : root.heard ? Theme.litInk : Theme.ink
    }
}
