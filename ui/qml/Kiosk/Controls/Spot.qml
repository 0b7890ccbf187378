import QtQuick

// Put into anything the pointer may stand on: when it comes there, what holds this takes the focus (so that
// its page is turned to and a screen reader follows) and shows the ring. Where what is drawn stands elsewhere
// than what is described, the description is the `holder` and takes the focus.
Item {
    id: root

    required property string slot
    property int gap: Theme.ringPx
    property Item holder: parent
    // In this order: whoever is not pointed to has no need to hear of being seen or enabled.
    readonly property bool pointed: slot !== "" && slot === Pointed.slot && visible && enabled

    function take(): void {
        if (root.pointed && root.holder !== null)
            root.holder.forceActiveFocus(Qt.OtherFocusReason);
    }

    anchors.fill: parent
    z: 1 // the ring is never beneath what it goes round
    Accessible.ignored: true
    onPointedChanged: root.take()
    onHolderChanged: root.take()
    Component.onCompleted: root.take()

    FocusRing {
        around: root
        gap: root.gap
        visible: root.pointed || root.holder.activeFocus
    }
}
