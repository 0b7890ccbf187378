pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// Six digits, seen as dots, on keys that stand as on every telephone: below the words, or beside them where the
// panel is low. The keys shrink before they would need a second page.
ScreenFrame {
    id: root

    view: shell.pad
    readonly property PadView pad: shell.pad
    readonly property int halfWidth: Math.round(root.bodyWidth / 2) - Theme.gapPx
    // Large words need more than half: lines of a dozen letters, as far as the keys can grow narrower.
    readonly property int besideWidth: halfWidth >= 8 * Theme.textPx ? halfWidth
        : Math.max(halfWidth, Math.min(Math.ceil(7.2 * Theme.textPx), root.bodyWidth - leastKeys - 2 * Theme.gapPx))
    // Where the keys leave no room for a dozen, the sentence is as large as what stands on them.
    readonly property int sentencePx: Theme.landscape && besideWidth < 7 * Theme.textPx ? Theme.labelPx : Theme.textPx
    readonly property int leastKeys: 3 * Theme.chipPx + 2 * Theme.gapPx
    readonly property bool beside: Theme.landscape && heading.height + sentence.height + Theme.gapPx <= root.bodyHeight

    // Never seen: how high the words would stand beside the keys.
    Words {
        id: heading
        visible: false
        width: root.besideWidth
        pixels: Theme.headingPx
        font.bold: true
        text: root.pad.heading
    }

    Words {
        id: sentence
        visible: false
        width: root.besideWidth
        pixels: root.sentencePx
        text: root.pad.sentence
    }

    Item {
        width: root.bodyWidth
        height: Math.max(words.height, keys.y + keys.height)

        Column {
            id: words
            objectName: "column" // read to its end before what may stand beside it
            width: root.beside ? root.besideWidth : parent.width
            spacing: Theme.gapPx

            ScreenHeading {
                width: parent.width
                shell: root.shell
                text: root.pad.heading
            }

            Spoken {
                width: parent.width
                shell: root.shell
                slot: "sentence"
                pixels: root.sentencePx
                text: root.pad.sentence
            }
        }

        // How many digits there are already; the words say it to who does not see it.
        Item {
            id: filled
            x: keys.x
            y: keys.y - height - Math.round(Theme.gapPx / 2)
            width: keys.width
            height: dots.height + 4 * Theme.ringPx
            Accessible.role: Accessible.StaticText
            Accessible.name: root.pad.filled

            Row {
                id: dots
                readonly property int dotPx: Math.min(Math.round(Theme.samplePx(2) * 0.8), Math.floor(keys.width / root.pad.most * 0.8))
                anchors.centerIn: parent
                spacing: Math.min(Theme.gapPx, Math.floor((keys.width - root.pad.most * dotPx) / (root.pad.most - 1)))

                Repeater {
                    model: root.pad.most

                    Rectangle {
                        required property int index
                        readonly property bool there: index < root.pad.typed
                        width: dots.dotPx
                        height: width
                        radius: width / 2
                        color: there ? Theme.primary : Theme.card
                        border.width: 2 * Theme.borderPx
                        border.color: there ? Theme.primary : Theme.edge
                    }
                }
            }

            Spot {
                slot: "filled"
            }
        }

        Item {
            id: keys
            readonly property int above: (root.beside ? 0 : words.height + Theme.gapPx) + filled.height + Math.round(Theme.gapPx / 2)
            readonly property int room: root.bodyHeight - above - 3 * Theme.gapPx
            readonly property int keyHeight: Math.max(Theme.chipPx, Math.min(Theme.primaryPx, Math.floor(room / 4)))
            readonly property int keyWidth: Math.floor(root.beside ? Math.min(1.4 * keyHeight, (root.bodyWidth - root.besideWidth - 4 * Theme.gapPx) / 3)
                : (root.bodyWidth - 2 * Theme.gapPx) / 3)
            // The air goes above the keys, so that they stand low, in reach.
            readonly property int air: Math.max(0, Math.round((root.bodyHeight - above - height) * (root.beside ? 0.5 : 0.6)))
            x: parent.width - width
            y: above + air
            width: 3 * keyWidth + 2 * Theme.gapPx
            height: 4 * keyHeight + 3 * Theme.gapPx

            Repeater {
                model: root.pad.choices

                BigButton {
                    required property int index
                    required property string action
                    required property string name
                    required property string described
                    required icon
                    // The nought stands in the middle of the last row.
                    readonly property int cell: index < 9 ? index : index + 1
                    x: (cell % 3) * (keys.keyWidth + Theme.gapPx)
                    y: Math.floor(cell / 3) * (keys.keyHeight + Theme.gapPx)
                    width: keys.keyWidth
                    height: keys.keyHeight
                    slot: action
                    spokenName: name
                    spokenDetail: described
                    onActivated: root.shell.press(action)
                }
            }
        }
    }
}
