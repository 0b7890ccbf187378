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
    property bool close: false // its rows stand closer, beside what else is on a page
    property bool inRow: false // each bar stands beside its name
    readonly property int numberPx: inRow ? Theme.smallPx : Theme.labelPx
    readonly property int barPx: Math.max(6, Math.round(Theme.smallPx * (close ? 0.3 : 0.42)))
    readonly property int under: inRow ? 0 : Math.round(barPx * 1.3)

    visible: rows.count > 0

    // Never seen: as wide as a number of four digits.
    Words {
        id: widest
        visible: false
        wrapMode: Text.NoWrap
        pixels: root.numberPx
        font.bold: true
        text: "000"
    }

    // Nor this: as wide as all of a whole.
    Words {
        id: all
        visible: false
        wrapMode: Text.NoWrap
        pixels: Theme.smallPx
        text: "100 %"
    }

    Column {
        id: column
        width: root.width - 2 * Theme.paddingPx
        spacing: Math.round(Theme.gapPx * (root.close ? 0.25 : 0.6))
        Accessible.role: Accessible.List

        Spoken {
            width: parent.width
            shell: root.shell
            slot: "chart." + root.chart
            pixels: root.numberPx
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
                required property string whole
                readonly property string slot: "bar." + root.chart + "." + index
                readonly property bool heard: root.shell.litSlot === slot

                width: column.width
                height: Math.max(words.height, widest.height) + root.under
                color: heard ? Theme.lit : "transparent"
                Accessible.role: Accessible.ListItem
                Accessible.name: spoken

                Spot {
                    slot: row.slot
                    gap: 0
                }

                Words {
                    id: words
                    y: row.height - root.under - height
                    width: root.inRow ? Math.round(parent.width * 0.58) : parent.width - widest.width - all.width - Theme.gapPx
                    pixels: Theme.smallPx
                    text: row.label
                    color: row.heard ? Theme.litInk : Theme.ink
                }

                Words {
                    anchors.right: parent.right
                    anchors.bottom: words.bottom
                    wrapMode: Text.NoWrap
                    pixels: Theme.smallPx
                    text: row.whole
                    color: row.heard ? Theme.litInk : Theme.soft
                }

                Words {
                    anchors.right: parent.right
                    anchors.rightMargin: all.width + Math.round(Theme.gapPx / 4)
                    anchors.bottom: words.bottom
                    wrapMode: Text.NoWrap
                    pixels: root.numberPx
                    font.bold: true
                    text: row.number
                    color: row.heard ? Theme.litInk : Theme.ink
                }

                Rectangle {
                    readonly property int from: root.inRow ? words.width + Theme.gapPx : 0
                    x: from
                    y: root.inRow ? Math.round((row.height - height) / 2) : row.height - height
                    width: Math.max(height, Math.round(row.share * (root.inRow ? row.width - from - widest.width - all.width - Theme.gapPx : row.width)))
                    height: root.barPx
                    radius: Math.round(height / 2)
                    color: row.heard ? Theme.ring : Theme.primary
                }
            }
        }
    }
}
