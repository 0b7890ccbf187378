import QtQuick

// A page that may be taller than its room: it scrolls by a drag, and by two big buttons that appear only
// then, because many hands cannot drag. Holds one item, which it makes as wide as itself.
Item {
    id: root

    required property string upLabel
    required property string downLabel
    default property alias content: page.data

    readonly property bool overflows: page.childrenRect.height > height
    readonly property int pageStep: Math.max(1, Math.round(flick.height * 0.8))

    function showPart(y: real, height: real): void {
        flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, y - (flick.height - height) / 2));
    }

    Flickable {
        id: flick
        width: root.width
        height: root.overflows ? root.height - buttons.height - Theme.gapPx : root.height
        contentWidth: width
        contentHeight: Math.max(height, page.childrenRect.height)
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        clip: root.overflows

        Item {
            id: page
            width: flick.width
            height: Math.max(flick.height, childrenRect.height)
        }
    }

    Row {
        id: buttons
        anchors.bottom: parent.bottom
        width: parent.width
        spacing: Theme.gapPx
        visible: root.overflows

        BigButton {
            width: (parent.width - Theme.gapPx) / 2
            label: root.upLabel
            icon: "up"
            enabled: flick.contentY > 1
            opacity: enabled ? 1 : 0.35
            onActivated: flick.contentY = Math.max(0, flick.contentY - root.pageStep)
        }

        BigButton {
            width: (parent.width - Theme.gapPx) / 2
            label: root.downLabel
            icon: "down"
            enabled: flick.contentY < flick.contentHeight - flick.height - 1
            opacity: enabled ? 1 : 0.35
            onActivated: flick.contentY = Math.min(flick.contentHeight - flick.height, flick.contentY + root.pageStep)
        }
    }
}
