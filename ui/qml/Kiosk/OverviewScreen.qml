pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// What a guide is for, what it needs, how long it takes, what to be careful about.
ScreenFrame {
    id: root

    view: shell.overview
    readonly property OverviewView overview: shell.overview
    // A list of facts in letters of which few stand on a line: signs, frame and a longer title leave them the room.
    readonly property bool bare: overview.needsTitle === "" && bodyWidth < 13 * Theme.textPx

    Column {
        id: column
        width: root.bodyWidth
        spacing: Theme.gapPx

        ScreenHeading {
            width: parent.width
            shell: root.shell
            short: root.bare || !root.overview.onACard // a question, with what one must know to answer it
            text: root.overview.heading
        }

        Spoken {
            width: parent.width
            shell: root.shell
            slot: "sentence"
            text: root.overview.sentence
        }

        FactRow {
            width: parent.width
            visible: text !== ""
            shell: root.shell
            slot: "minutes"
            icon: "clock"
            text: root.overview.minutes
        }

        Card {
            id: needs
            width: parent.width
            readonly property bool framed: root.overview.onACard && !root.bare
            padding: framed ? Theme.paddingPx : 0
            color: framed ? Theme.card : "transparent"
            border.width: framed ? Theme.borderPx : 0

            Column {
                width: column.width - 2 * needs.padding
                spacing: Math.round(Theme.gapPx / 2)
                Accessible.role: Accessible.List

                Spoken {
                    width: parent.width
                    shell: root.shell
                    slot: "needs-title"
                    bold: true
                    text: root.overview.needsTitle
                }

                Repeater {
                    model: root.overview.needs

                    FactRow {
                        required property int index
                        required property string label
                        required property string described
                        required icon
                        width: parent.width
                        shell: root.shell
                        slot: "need." + index
                        bare: root.bare
                        text: label
                        place: described
                    }
                }
            }
        }

        Card {
            width: parent.width
            color: Theme.dangerTint
            visible: root.overview.cautions.count > 0

            Column {
                width: column.width - 2 * Theme.paddingPx
                spacing: Math.round(Theme.gapPx / 2)
                Accessible.role: Accessible.List

                Spoken {
                    width: parent.width
                    shell: root.shell
                    slot: "cautions-title"
                    bold: true
                    text: root.overview.cautionsTitle
                }

                Repeater {
                    model: root.overview.cautions

                    FactRow {
                        required property int index
                        required property string label
                        required property string described
                        width: parent.width
                        shell: root.shell
                        slot: "caution." + index
                        text: label
                        place: described
                        alarming: true
                    }
                }
            }
        }

        Repeater {
            model: root.overview.choices

            BigButton {
                required property string action
                required property string name
                required property string described
                required icon
                width: column.width
                slot: action
                spokenName: name
                spokenDetail: described
                heard: root.shell.litSlot === action
                onActivated: root.shell.press(action)
            }
        }

        ReadableWords {
            width: parent.width
            slot: "checked"
            pixels: Theme.smallPx
            color: Theme.soft
            text: root.overview.checked
        }
    }
}
