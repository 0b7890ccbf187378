import QtQuick

// One answer among several: as wide as the screen, the words large. `chosen` shows a tick, not only a colour.
Pressable {
    id: root

    required property string label
    property string icon: ""
    property string picture: "" // "answers/iphone": instead of an icon, larger
    property int pictureSide: 0 // the same for all answers of a question; see PictureRoom
    property int pixels: Theme.textPx // "can you read this?" shows each sample at its own size

    readonly property bool leadsOn: icon === "next" // a list's arrow stands at the end, where the reading ends
    readonly property bool pictured: pictureSide > 0
    readonly property int iconRoom: pictured ? pictureSide + Theme.pictureInset : icon === "" || leadsOn ? 0 : sign.width + Theme.paddingPx
    readonly property int tickRoom: chosen || leadsOn ? tick.width + Theme.paddingPx : 0

    spokenName: label
    implicitWidth: Theme.columnPx
    implicitHeight: Math.max(Theme.targetPx, text.height + 2 * Theme.paddingPx, pictured ? pictureSide + 2 * Theme.pictureInset : 0)
    Accessible.role: Accessible.Button
    Accessible.checkable: chosen // an answer that leads on is no box to tick
    Accessible.checked: chosen

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusPx
        color: root.down ? Theme.tintPressed : root.heard ? Theme.lit : root.chosen ? Theme.tint : Theme.card
        border.width: root.heard ? Theme.ringPx : root.chosen ? 2 * Theme.borderPx : Theme.borderPx
        border.color: root.heard ? Theme.ring : root.chosen ? Theme.primary : Theme.edge
    }

    IconPlate {
        id: sign
        x: Theme.paddingPx
        anchors.verticalCenter: parent.verticalCenter
        pixels: Math.round(Theme.targetPx * 0.66)
        name: root.leadsOn || root.pictured ? "" : root.icon
    }

    AnswerPicture {
        x: Theme.pictureInset
        anchors.verticalCenter: parent.verticalCenter
        height: root.pictureSide
        name: root.pictured ? root.picture : ""
    }

    Words {
        id: text
        x: Theme.paddingPx + root.iconRoom
        width: root.width - x - Theme.paddingPx - root.tickRoom
        anchors.verticalCenter: parent.verticalCenter
        pixels: root.pixels
        font.bold: true
        text: root.label
        color: root.down ? Theme.tintPressedInk : root.heard ? Theme.litInk : Theme.ink
    }

    Icon {
        id: tick
        anchors.right: parent.right
        anchors.rightMargin: Theme.paddingPx
        anchors.verticalCenter: parent.verticalCenter
        visible: root.chosen || root.leadsOn
        name: root.chosen ? "check" : "next"
        pixels: Math.round(Theme.labelPx * 1.1)
        colour: root.down ? Theme.tintPressedInk : root.heard ? Theme.litInk : Theme.primary
    }
}
