pragma ComponentBehavior: Bound
import QtQuick

// A topic or a guide: its icon, its title, one short detail. Upright by default, the detail beside the icon;
// `flat` puts the icon left of all words; `brief` leaves the detail to the voice where the room is scarce.
Pressable {
    id: root

    required property string title
    property string detail: ""
    property string icon: ""
    property string picture: "" // "scenes/scene-scam": in its place, and larger where the tile is
    property string also: "" // what the title may become, a line each: the tile is as high as the longest needs
    property string turned: "" // "on" or "off": a setting, and how it is set
    property bool alarming: false // a topic about danger: the icon in lacquer red
    property bool flat: false
    property bool brief: false
    property bool bare: false // its icon gives way to its words
    property int pixels: Theme.labelPx // of the title
    property int titleRoom: 0 // what the tallest title of its row needs, so that their pictures are alike
    property int least: Theme.targetPx // its height

    readonly property int pad: flat ? Math.round(Theme.paddingPx * 0.75) : Theme.paddingPx
    readonly property bool signed: icon !== "" && !bare
    readonly property bool pictured: signed && picture !== ""
    readonly property int sceneHeight: flat ? Math.round(Theme.tileIconPx * 0.8) : Theme.tileIconPx
    readonly property int signWidth: pictured ? Math.round(sceneHeight * 1.4) : plate.width // a scene is 7 by 5
    readonly property int textX: flat && signed ? signWidth + 2 * pad : pad
    readonly property color words: down ? Theme.tintPressedInk : heard ? Theme.litInk : Theme.ink
    readonly property int titleHeight: Math.max(heading.height, others.tallest())
    readonly property int briefHeight: Math.max(root.least, plate.height + 2 * pad, titleHeight + pad)
    readonly property int fullHeight: flat ? Math.max(briefHeight, titleHeight + small.shownHeight + pad)
        : Math.max(plate.height, small.shownHeight) + titleHeight + 3 * pad

    spokenName: title
    implicitWidth: Theme.columnPx / 2
    implicitHeight: flat && brief ? briefHeight : fullHeight

    Rectangle {
        anchors.fill: parent
        radius: Theme.cardRadiusPx
        color: root.down ? Theme.tintPressed : root.heard ? Theme.lit : Theme.card
        border.width: root.heard ? Theme.ringPx : Theme.borderPx
        border.color: root.heard ? Theme.ring : Theme.edge
    }

    IconPlate {
        id: plate
        x: root.pad
        y: root.flat ? Math.round((root.height - height) / 2) : root.pad
        height: root.signed ? implicitHeight : 0
        pixels: root.flat ? Math.round(Theme.tileIconPx * 0.8) : Theme.tileIconPx
        name: root.signed && root.picture === "" ? root.icon : ""
        foot: root.turned !== "" ? y + height - toggle.y : 0
        color: root.alarming ? Theme.dangerTint : Theme.tint
        colour: root.alarming ? Theme.danger : Theme.primary
    }

    AnswerPicture {
        x: root.pad
        y: root.flat ? Math.round((root.height - height) / 2) : root.pad
        name: root.signed ? root.picture : ""
        // Where it stands over the title it takes what that leaves, beside the detail.
        readonly property int most: Math.min(root.height - Math.max(root.titleHeight, root.titleRoom) - 3 * root.pad, Math.floor((root.width - 3 * root.pad - small.contentWidth) / 1.4))
        height: root.flat ? root.sceneHeight : Math.max(root.sceneHeight, most)
    }

    // Over the lower edge of its sign: there it takes no room from the words.
    Toggle {
        id: toggle
        x: plate.x + Math.round((plate.width - width) / 2)
        y: plate.y + plate.height - Math.round(height * 0.65)
        turned: root.turned
        pixels: Math.round(plate.width * 0.66)
    }

    Words {
        id: heading
        x: root.textX
        y: root.flat ? Math.round((root.height - height - (small.used ? small.height : 0)) / 2)
            : root.height - height - root.pad
        width: root.width - x - root.pad
        pixels: root.pixels
        font.bold: true
        text: root.title
        color: root.words
    }

    Repeater {
        id: others
        property int made: 0
        model: root.also === "" ? [] : root.also.split("\n")
        onItemAdded: made++
        onItemRemoved: made--

        function tallest(): int {
            let height = 0;
            for (let at = 0; at < Math.min(made, count); at++)
                height = Math.max(height, itemAt(at)?.height ?? 0);
            return height;
        }

        Words {
            required property string modelData
            visible: false
            width: heading.width
            pixels: heading.pixels
            font.bold: true
            text: modelData
        }
    }

    // Never seen: as broad as the longest piece of the detail that stays together, such as "7 of 10".
    Words {
        id: piece
        visible: false
        width: 1
        pixels: Theme.smallPx
        text: root.detail
    }

    Words {
        id: small
        readonly property bool used: text !== "" && !(root.flat && root.brief)
        readonly property int shownHeight: text === "" ? 0 : height
        x: root.flat ? root.textX : plate.x + root.signWidth + root.pad
        y: root.flat ? heading.y + heading.height : Math.max(root.pad, Math.round(root.pad + (plate.height - height) / 2)) // never out of the tile
        width: root.width - x - root.pad
        visible: used
        horizontalAlignment: root.flat ? Text.AlignLeft : Text.AlignRight
        pixels: Math.max(1, Math.min(Theme.smallPx, Math.floor(Theme.smallPx * width / Math.max(1, piece.contentWidth))))
        text: root.detail
        color: root.heard || root.down ? root.words : Theme.soft
    }
}
