import QtQuick

// One answer among several, the words large, beside its picture or beneath it. `chosen` shows a tick, not only a colour.
Pressable {
    id: root

    required property string label
    property string icon: ""
    property string picture: "" // "answers/iphone": instead of an icon, larger
    property int pictureSide: 0 // the same for all answers of a question; see AnswerLayout
    property bool pictureOver: false // over the words, as broad as the answer
    property bool snug: false // no higher than its words and picture must have: all are to stand on the page
    property int growth: 0 // how much higher it is drawn than its row needs
    property int pixels: Theme.textPx
    property string number: "" // to dial: over the label, large
    property int digitsPx: Theme.headingPx

    readonly property bool leadsOn: icon === "next" // a list's arrow stands at the end, where the reading ends
    readonly property bool pictured: pictureSide > 0
    readonly property bool stacked: pictured && pictureOver
    readonly property int iconRoom: stacked ? 0 : pictured ? pictureSide + Theme.pictureInset : icon === "" || leadsOn ? 0 : sign.width + Theme.paddingPx
    readonly property int tickRoom: chosen || leadsOn ? tick.width + Theme.paddingPx : 0

    spokenName: label
    implicitWidth: Theme.columnPx
    implicitHeight: stacked ? pictureSide + 2 * Theme.pictureInset + text.height + Math.round(Theme.paddingPx / 2)
        : Math.max(snug ? Theme.leastTargetPx : Theme.targetPx, digits.taken + text.height + 2 * (snug ? Theme.snugPx : Theme.paddingPx), pictured ? pictureSide + 2 * Theme.pictureInset : 0)
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
        id: plate
        x: Theme.pictureInset
        y: root.stacked ? Theme.pictureInset : Math.round((root.height - height) / 2)
        width: root.stacked ? root.width - 2 * Theme.pictureInset : Math.max(height, drawnWidth)
        highest: root.stacked ? root.width - 2 * Theme.pictureInset : height
        height: root.pictureSide + (root.stacked ? root.growth : 0)
        name: root.pictured ? root.picture : ""
    }

    Words {
        id: digits
        readonly property int taken: root.number === "" ? 0 : height
        x: text.x
        y: text.y - height
        width: text.width
        pixels: root.digitsPx
        font.bold: true
        text: root.number
        color: text.color
    }

    Words {
        id: text
        x: Theme.paddingPx + root.iconRoom
        width: root.width - x - Theme.paddingPx - root.tickRoom
        readonly property int above: root.stacked ? plate.y + plate.height : 0
        y: above + Math.round((root.height - above - height + digits.taken) / 2)
        horizontalAlignment: root.stacked ? Text.AlignHCenter : Text.AlignLeft
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
