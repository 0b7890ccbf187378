pragma ComponentBehavior: Bound
import QtQuick

// What every control a resident can touch is made of. One press = one `activated`, whatever the hand does.
// Fingers are followed by the window (ui/window/input/hand_watch.py), which calls `press` and sets `held` and `rested`.
// Space, Return and a screen reader's press do the same.
Item {
    id: root

    required property string spokenName
    property string spokenDetail: ""
    property string slot: "" // the name of its place on the screen, for those who move by keys
    property string undoes: "" // the slot of what lay in its place before, where it undoes that: then a press is meant
    property int ringGap: Theme.ringPx
    property bool chosen: false
    property bool heard: false // its words are being spoken: a lit ground and a thick outline, not colour alone
    property bool everywhere: false // a touch that meets nothing else is meant for it
    property bool sample: false // how it is touched is looked at; only keys and a screen reader press it
    property bool held: false // a finger that may press it lies on it
    property real rested: 0 // how much of holding it is done, 0 … 1, for those who hold to press
    readonly property bool down: held
    readonly property bool pointed: spot.pointed || activeFocus // the ring goes round it
    signal activated

    function press(): void {
        if (root.enabled && Hands.gate.admit())
            root.activated();
    }

    activeFocusOnTab: true

    Accessible.role: Accessible.Button
    Accessible.name: spokenName
    Accessible.description: spokenDetail
    Accessible.focusable: true
    Accessible.focused: activeFocus
    Accessible.pressed: down
    Accessible.onPressAction: root.press()

    Keys.onSpacePressed: event => { if (!event.isAutoRepeat) root.press(); }
    Keys.onReturnPressed: event => { if (!event.isAutoRepeat) root.press(); }
    Keys.onEnterPressed: event => { if (!event.isAutoRepeat) root.press(); }

    Spot {
        id: spot
        slot: root.slot
        gap: root.ringGap
    }

    Loader {
        active: root.rested > 0
        anchors.fill: parent
        z: 1
        sourceComponent: HoldBar {
            share: root.rested
        }
    }
}
