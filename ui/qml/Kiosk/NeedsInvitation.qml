pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// The first screen: somebody greets, and one chooses. A touch on a tile begins the visit where it leads.
Rectangle {
    id: root

    required property AttractView attract
    readonly property int edge: Math.round(Theme.marginPx * (Theme.landscape ? 0.7 : 0.8))

    readonly property int whole: width - 2 * edge

    // In two lines of about the same length.
    function broken(label: string): string {
        const words = label.split(" ");
        let first = words.shift() ?? "";
        while (words.length > 1 && first.length + words[0].length < words.slice(1).join(" ").length)
            first += " " + words.shift();
        return words.length === 0 ? first : first + "\n" + words.join(" ");
    }

    // Never seen: how broad that is.
    Words {
        id: inTwo
        visible: false
        wrapMode: Text.NoWrap
        pixels: root.lettersPx
        font.bold: true
        text: root.broken(root.attract.call.label)
    }

    // Of the controls beneath: on a lying panel they stand in one row.
    readonly property int lettersPx: !Theme.landscape || inRow.implicitWidth + inRow.signs <= whole ? Theme.chipLabelPx : Theme.leastSmallPx

    // Never seen: how broad their words are there in the letters of a larger size.
    Words {
        id: inRow
        readonly property int count: root.attract.offers.count + 1
        readonly property int signs: count * Math.round(0.6 * Theme.chipPx + 1.1 * Theme.paddingPx + Theme.gapPx)
        visible: false
        wrapMode: Text.NoWrap
        pixels: Theme.chipLabelPx
        font.bold: true
        text: (root.attract.offers.labels + root.attract.call.label).replace(/\n/g, "")
    }

    color: Theme.paper

    HostSays {
        id: host
        x: root.edge
        y: root.edge
        width: root.width - 2 * root.edge - (over.visible && Theme.landscape ? over.width + Theme.gapPx : 0)
        height: implicitHeight
        attract: root.attract
    }

    // To ask in one's own words, and to practise: across an upright panel, beside the greeting on a lying one.
    Row {
        id: over
        readonly property int count: root.attract.over.count
        x: Theme.landscape ? root.width - root.edge - width : root.edge
        y: Theme.landscape ? host.y : host.y + host.height + Theme.gapPx
        spacing: Theme.gapPx
        visible: count > 0 && Theme.abovePx === 0 // the lower part of a panel has no room for it

        Repeater {
            model: root.attract.over

            Chip {
                required property string action
                required property string name
                required property string described
                required icon
                required label
                tight: Theme.landscape
                pixels: root.lettersPx
                width: Theme.landscape ? implicitWidth : Math.floor((root.whole - (over.count - 1) * over.spacing) / over.count)
                height: Theme.landscape ? host.height : implicitHeight
                slot: "bar." + action
                spokenName: name
                spokenDetail: described
                onActivated: root.attract.press(action)
            }
        }
    }

    NeedTiles {
        x: root.edge
        y: (over.visible && !Theme.landscape ? over.y + over.height : host.y + host.height) + Theme.gapPx
        width: root.whole
        room: foot.y - Theme.gapPx - y
        whole: true
        rows: root.attract.choices
        litSlot: ""
        onPressed: action => root.attract.press(action)
    }

    Column {
        id: foot
        x: root.edge
        y: root.height - height - Math.round(root.edge * 0.7)
        width: root.whole
        spacing: Math.round(Theme.gapPx / 2)

        Words {
            width: parent.width
            visible: text !== ""
            pixels: Theme.leastSmallPx
            color: Theme.danger
            text: root.attract.staffNotice
            Accessible.ignored: false
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }

        Item {
            width: parent.width
            height: Math.max(others.height, call.implicitHeight)

            Flow {
                id: others
                width: parent.width - call.width - Theme.gapPx
                spacing: Theme.gapPx

                Repeater {
                    model: root.attract.offers

                    Chip {
                        required property string action
                        required property string name
                        required property string described
                        required icon
                        required label
                        pixels: root.lettersPx
                        tight: true
                        slot: "bar." + action
                        spokenName: name
                        spokenDetail: described
                        onActivated: root.attract.press(action)
                    }
                }
            }

            Chip {
                id: call
                anchors.right: parent.right
                height: parent.height
                tight: true
                alarming: root.attract.call.urgent
                slot: "bar." + root.attract.call.action
                spokenName: root.attract.call.name
                spokenDetail: root.attract.call.described
                icon: root.attract.call.icon
                label: root.attract.call.label
                pixels: root.lettersPx
                breadth: Theme.landscape ? 0 : Math.ceil(inTwo.implicitWidth) + 1 // it is as high as two rows
                onActivated: root.attract.press(root.attract.call.action)
            }
        }
    }
}
