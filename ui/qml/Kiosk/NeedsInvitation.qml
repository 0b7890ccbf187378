pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// The first screen: somebody greets, and one chooses. A touch on a tile begins the visit where it leads.
Rectangle {
    id: root

    required property AttractView attract
    readonly property int edge: Math.round(Theme.marginPx * (Theme.landscape ? 0.7 : 0.8))

    color: Theme.paper

    HostSays {
        id: host
        x: root.edge
        y: root.edge
        width: root.width - 2 * root.edge
        height: implicitHeight
        attract: root.attract
    }

    NeedTiles {
        id: tiles
        x: root.edge
        y: host.y + host.height + Theme.gapPx
        width: host.width
        room: foot.y - Theme.gapPx - y
        rows: root.attract.choices
        litSlot: ""
        onPressed: action => root.attract.press(action)
    }

    Column {
        id: foot
        x: root.edge
        y: root.height - height - Math.round(root.edge * 0.7)
        width: host.width
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
            height: others.height

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
                alarming: true
                slot: "bar." + root.attract.call.action
                spokenName: root.attract.call.name
                spokenDetail: root.attract.call.described
                icon: root.attract.call.icon
                label: root.attract.call.label
                onActivated: root.attract.press(root.attract.call.action)
            }
        }
    }
}
