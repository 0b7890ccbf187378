pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// Rows of a breakdown: the name, the number behind it, beneath both a bar as long as the number.
Card {
    id: root

    required property Shell shell
    required property BarRows rows
    required property int chart // which of the screen, for the slots of its rows
    readonly property int barPx: Math.max(6, Math.round(Theme.smallPx * 0.42))

    visible: rows.count > 0

    // Never seen: as wide as a number of four digits.
    Words {
        id: widest
        visible: false
        wrapMode: Text.NoWrap
        pixels: Theme.labelPx
        font.bold: true
        text: "0000"
    }

    Column {
        id: column
        width: root.width - 2 * Theme.paddingPx
        spacing: Math.round(Theme.gapPx * 0.6)
        Accessible.role: Accessible.List

        Spoken {
            width: parent.width
            shell: root.shell
            slot: "chart." + root.chart
            pixels: Theme.labelPx
            bold: true
            text: root.rows.title
        }

        Repeater {
            model: root.rows

            Whole {
                id: row
                required property int index
                required property string label
                required property string number
                required property string spoken
                required property real share
                readonly property string slot: "bar." + root.chart + "." + index
                readonly property bool heard: root.shell.litSlot === slot

                width: column.width
                height: Math.max(words.height, widest.height) + Math.round(root.barPx * 1.3)
                color: heard ? Theme.lit : "transparent"
                Accessible.role: Accessible.ListItem
                Accessible.name: spoken

                Spot {
                    slot: row.slot
                    gap: 0
                }

                Words {
                    id: words
                    y: row.height - Math.round(root.barPx * 1.3) - height
                    width: parent.width - widest.width - Theme.gapPx
                    pixels: Theme.smallPx
                    text: row.label
                    color: row.heard ? Theme.litInk : Theme.ink
                }

                Words {
                    anchors.right: parent.right
                    anchors.bottom: words.bottom
                    wrapMode: Text.NoWrap
                    pixels: Theme.labelPx
                    font.bold: true
                    text: row.number
                    color: row.heard ? Theme.litInk : Theme.ink
                }

                Rectangle {
                    y: row.height - height
                    width: Math.max(height, Math.round(row.share * row.width))
                    height: root.barPx
                    radius: Math.round(height / 2)
                    color: row.heard ? Theme.ring : Theme.primary
                }
            }
        }
    }
}
