import QtQuick

// How it went: a face and its word.
Pressable {
    id: root

    required property string label
    required property string picture // "scenes/face-happy"
    property bool flat: false // the face stands beside its word
    readonly property int labelNeeds: text.height
    property int labelRoom: labelNeeds // the same for neighbours, so that their faces are equally large

    // A face grows with the room, and shrinks to this before it would leave the first page.
    readonly property int between: Math.min(Theme.paddingPx, Math.round((height - face.height - labelRoom) / 3))
    readonly property int leastFacePx: Math.round(Theme.faceIconPx * 0.4)

    // Beside the word its place goes by the breadth alone: the height goes by how the word is broken.
    readonly property int margin: Math.round(Theme.paddingPx / 2.5)
    readonly property int aside: Math.max(leastFacePx, Math.min(Math.floor(width * 0.235), Math.round(Theme.labelPx * Theme.lineEm)))

    spokenName: label
    implicitWidth: Math.round((Theme.columnPx - 2 * Theme.gapPx) / 3)
    implicitHeight: flat ? Math.max(leastFacePx, labelRoom) + Theme.paddingPx : leastFacePx + labelRoom + Math.round(1.5 * Theme.paddingPx)

    Rectangle {
        anchors.fill: parent
        radius: Theme.cardRadiusPx
        color: root.down ? Theme.tintPressed : root.heard ? Theme.lit : root.chosen ? Theme.tint : Theme.card
        border.width: root.heard ? Theme.ringPx : root.chosen ? 2 * Theme.borderPx : Theme.borderPx
        border.color: root.heard ? Theme.ring : root.chosen ? Theme.primary : Theme.edge
    }

    Drawing {
        id: face
        x: root.flat ? root.margin + Math.round((root.aside - width) / 2) : Math.round((root.width - width) / 2)
        y: Math.round((root.height - height - (root.flat ? 0 : root.between + root.labelRoom)) / 2)
        name: root.picture
        readonly property int most: root.flat ? Math.min(root.aside, root.height - Theme.paddingPx) : Math.min(root.width - 3 * Theme.paddingPx, root.height - root.labelRoom - 3 * Theme.paddingPx)
        pixels: Math.floor(Math.max(root.leastFacePx, most) / 4) * 4
    }

    // What is chosen is seen without its colour. Where the face stands beside its word, there is no room but beneath the face.
    Rectangle {
        id: tick
        readonly property int side: Math.round(root.flat ? Math.min(face.height * 0.7, (root.height - face.height) / 2) : Theme.labelPx * 1.2)
        readonly property bool filled: root.flat && root.chosen

        x: root.flat ? face.x + Math.round((face.width - width) / 2) : root.width - width - Math.round(Theme.paddingPx / 2)
        y: root.flat ? face.y + face.height - Math.round(height / 6) : Math.round(Theme.paddingPx / 2)
        width: side
        height: side
        radius: side / 2
        color: filled ? Theme.primary : "transparent"

        Icon {
            anchors.centerIn: parent
            name: root.chosen ? "check" : ""
            pixels: Math.round(tick.side * (root.flat ? 0.8 : 1))
            colour: tick.filled ? Theme.primaryInk : Theme.primary
        }
    }

    Words {
        id: text
        x: root.flat ? 2 * root.margin + root.aside : Math.round(Theme.paddingPx / 2)
        y: root.flat ? Math.round((root.height - height) / 2) : face.y + face.height + root.between
        width: root.width - x - Math.round(Theme.paddingPx / (root.flat ? 4 : 2))
        horizontalAlignment: root.flat ? Text.AlignLeft : Text.AlignHCenter
        pixels: Theme.labelPx
        font.bold: true
        text: root.label
        color: root.down ? Theme.tintPressedInk : root.heard ? Theme.litInk : Theme.ink
    }
}
