import QtQuick

// What every control a resident can touch is made of. One press = one `activated`, whatever the hand
// does: the touch begins and ends inside, a second tap within the guard is ignored (see Hands), a palm
// resting elsewhere changes nothing. Space, Return and a screen reader's press do the same.
Item {
    id: root

    required property string spokenName
    property string spokenDetail: ""
    property string slot: "" // the name of its place on the screen, for those who move by keys
    property int ringGap: Theme.ringPx
    property bool chosen: false
    property bool heard: false // its words are being spoken: a lit ground and a thick outline, not colour alone
    readonly property bool down: tap.pressed
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

    TapHandler {
        id: tap
        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: 0 // a slow finger is a tap like any other
        onTapped: root.press()
    }

    Spot {
        slot: root.slot
        gap: root.ringGap
    }
}
