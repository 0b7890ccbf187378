import QtQuick

// Put into anything the pointer may stand on: when it comes there, what holds this takes the focus (so that
// its page is turned to and a screen reader follows) and shows the ring.
Item {
    id: root

    required property string slot
    property int gap: Theme.ringPx
    readonly property bool pointed: visible && enabled && slot !== "" && slot === Pointed.slot

    function take(): void {
        if (root.pointed)
            root.parent.forceActiveFocus(Qt.OtherFocusReason);
    }

    anchors.fill: parent
    z: 1 // the ring is never beneath what it goes round
    Accessible.ignored: true
    onPointedChanged: root.take()
    Component.onCompleted: root.take()

    FocusRing {
        around: root
        gap: root.gap
        visible: root.pointed || root.parent.activeFocus
    }
}
