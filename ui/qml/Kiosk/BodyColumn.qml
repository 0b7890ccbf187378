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

    // Whoever is told to type a password sees in the same glance to whom it belongs: a sentence and its safety
    // line stand on one page, closer where they must; where a sentence is longer than a page all the same, its
    // safety line stands at the foot of each page of it (SafetyPlace.qml).
    property int pageRoom: 0
    property ScreenHeading heading: null
    property Item sentence: null
    property SafetyPlace safety: null
    property bool snug: false // no control stands beside another here, and the height is needed
    readonly property bool crowded: root.safety !== null && root.safety.text !== "" && (root.heading !== null && root.heading.text !== "" ? root.needs(root.heading) : 0) + root.needs(root.sentence) + root.safety.height > root.pageRoom

    // Wherever it stands, and with the widest gap: what follows from this must not change it.
    function needs(part: Item): int {
        return part === null ? 0 : part.implicitHeight + Theme.gapPx;
    }

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

    spacing: root.crowded || root.snug ? Math.round(Theme.gapPx / 3) : Theme.gapPx
    onPositioningComplete: root.share()
    onRoomChanged: root.share()
    onVisibleChanged: root.share()
}
