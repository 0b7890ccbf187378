import QtQuick
import Kiosk.Controls

// What stands in a body, one beneath the other. `stretch` and `beneath` share what the others leave of the
// room: `rest`, gaps between the others counted (below 0 where they need more than there is).
Column {
    id: root

    required property int room
    property Item stretch: null
    property Item beneath: null
    property int rest: 0

    // Once a layout, not once a change, and not out of sight, where every child counts as invisible: a picture
    // is drawn anew for every height it is given.
    function share(): void {
        if (!root.visible)
            return;
        let taken = 0;
        for (const child of root.children)
            if (child !== root.stretch && child !== root.beneath && child.visible && child.height > 0)
                taken += child.height + root.spacing;
        root.rest = root.room - taken;
    }

    spacing: Theme.gapPx
    onPositioningComplete: root.share()
    onRoomChanged: root.share()
    onVisibleChanged: root.share()
}
