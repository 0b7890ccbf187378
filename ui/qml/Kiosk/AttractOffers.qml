pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// What else may be touched on the attract screen. Beside what the sign says, all as wide as the widest;
// upright beneath it, two to a line where they have room, the last one on a line of its own.
Item {
    id: root

    required property AttractView attract
    required property Card room // what it stands in
    readonly property int half: Math.floor((room.width - 2 * Theme.paddingPx - Theme.gapPx) / 2)
    readonly property bool wide: Theme.landscape
    readonly property bool single: !wide && widest > half // as on a tablet held upright
    property int widest: 0

    function measure(): void {
        let most = 0;
        for (let at = 0; at < chips.count; at++)
            most = Math.max(most, chips.itemAt(at)?.implicitWidth ?? 0);
        widest = most;
    }

    implicitWidth: wide ? widest : 2 * half + Theme.gapPx
    implicitHeight: flow.height

    Flow {
        id: flow
        width: root.implicitWidth
        spacing: Theme.gapPx
        flow: root.wide ? Flow.TopToBottom : Flow.LeftToRight

        Repeater {
            id: chips
            model: root.attract.choices
            onItemAdded: root.measure()
            onItemRemoved: root.measure()

            Chip {
                required property string action
                required property string name
                required property string described
                required label
                required icon
                required property int index
                pixels: root.wide ? Theme.leastSmallPx : Theme.chipLabelPx // beside the sign, which needs the breadth
                width: root.wide ? root.widest : root.single || index === chips.count - 1 && index % 2 === 0 ? root.implicitWidth : root.half
                onImplicitWidthChanged: root.measure()
                slot: action
                spokenName: name
                spokenDetail: described
                onActivated: root.attract.press(action)
            }
        }
    }
}
