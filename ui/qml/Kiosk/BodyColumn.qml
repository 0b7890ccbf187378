import QtQuick
import Kiosk.Controls

// What stands in a body, one beneath the other. `stretch` is told what the others leave of the room (below 0
// where they need more than there is).
Column {
    id: root

    required property int room
    property Item stretch: null

    readonly property int rest: {
        let taken = 0;
        for (const child of root.children)
            if (child !== root.stretch && child.visible && child.height > 0)
                taken += child.height + root.spacing;
        return root.room - taken;
    }

    spacing: Theme.gapPx
}
