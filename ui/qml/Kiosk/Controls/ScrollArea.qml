import QtQuick

// A page that may be taller than its room: it scrolls by a drag, and by two big buttons that appear only
// then, because many hands cannot drag. Holds one item, which it makes as wide as itself.
Item {
    id: root

    required property string upLabel
    required property string downLabel
    default property alias content: inside.data
    property string page: "" // another page starts at its top

    readonly property bool overflows: inside.childrenRect.height > height
    readonly property int pageStep: Math.max(1, Math.round(flick.height * 0.8))
    readonly property int ringRoom: 2 * Theme.ringPx
    readonly property Item focused: Window.activeFocusItem

    function scrollTo(y: real): void {
        flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, y));
    }

    // Whoever moves by keys must see where they are.
    function reveal(item: Item): void {
        const top = item.mapToItem(flick.contentItem, 0, 0).y - Theme.gapPx;
        const bottom = top + item.height + 2 * Theme.gapPx;
        if (top < flick.contentY)
            scrollTo(top);
        else if (bottom > flick.contentY + flick.height)
            scrollTo(bottom - flick.height);
    }

    function holds(item: Item): bool {
        for (let at = item; at !== null; at = at.parent)
            if (at === inside)
                return true;
        return false;
    }

    onPageChanged: scrollTo(0)
    onFocusedChanged: if (focused !== null && overflows && holds(focused)) reveal(focused)

    // The viewport is wider than the page by the focus ring, which must not be clipped.
    Flickable {
        id: flick
        x: -root.ringRoom
        y: -root.ringRoom
        width: root.width + 2 * root.ringRoom
        height: root.ringRoom + root.height + (root.overflows ? -buttons.height - Theme.gapPx : root.ringRoom)
        contentWidth: width
        contentHeight: Math.max(height, inside.childrenRect.height + 2 * root.ringRoom)
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        clip: root.overflows

        Item {
            id: inside
            x: root.ringRoom
            y: root.ringRoom
            width: root.width
            height: Math.max(root.height, childrenRect.height)
        }
    }

    Rectangle {
        y: flick.y + flick.height
        width: root.width
        height: Theme.borderPx
        visible: root.overflows && !flick.atYEnd
        color: Theme.line
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
            opacity: enabled ? 1 : 0 // keeps its place: the other one must not jump under a finger
            Accessible.ignored: !enabled
            onActivated: root.scrollTo(flick.contentY - root.pageStep)
        }

        BigButton {
            width: (parent.width - Theme.gapPx) / 2
            label: root.downLabel
            icon: "down"
            enabled: flick.contentY < flick.contentHeight - flick.height - 1
            opacity: enabled ? 1 : 0
            Accessible.ignored: !enabled
            onActivated: root.scrollTo(flick.contentY + root.pageStep)
        }
    }
}
