pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// The topics, as large tiles.
ScreenFrame {
    id: root

    view: shell.home
    readonly property int columns: 2
    readonly property int rows: Math.ceil(shell.home.choices.count / columns)

    Column {
        width: root.bodyWidth
        spacing: Theme.gapPx

        Spoken {
            id: heading
            width: parent.width
            shell: root.shell
            slot: "heading"
            pixels: Theme.headingPx
            bold: true
            text: root.shell.home.heading
            Accessible.role: Accessible.Heading
        }

        Spoken {
            width: parent.width
            shell: root.shell
            slot: "sentence"
            text: root.shell.home.sentence
        }

        Flow {
            id: tiles
            width: parent.width
            spacing: Theme.gapPx
            readonly property int share: Math.floor((root.bodyHeight - heading.height) / Math.max(1, root.rows)) - Theme.gapPx

            Repeater {
                model: root.shell.home.choices

                Tile {
                    required property int index
                    required property string action
                    required icon
                    required detail
                    required property string label
                    required property string name

                    title: label
                    spokenName: name
                    readonly property bool wide: index === root.shell.home.choices.count - 1 && index % root.columns === 0
                    flat: Theme.landscape || Theme.low || wide
                    alarming: action === "topic.an-toan"
                    width: wide ? tiles.width : Math.floor((tiles.width - Theme.gapPx) / root.columns)
                    height: Math.max(implicitHeight, tiles.share)
                    onActivated: root.shell.press(action)
                }
            }
        }
    }
}
