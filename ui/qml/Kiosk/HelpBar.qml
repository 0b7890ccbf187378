pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// The primary action and the helpers, always in the same order: at the bottom in portrait, in a column
// on the right in landscape.
Item {
    id: root

    required property Shell shell
    required property PageView view
    required property StepView step
    property string sign: ""
    readonly property alias free: free

    readonly property bool besides: Theme.landscape
    readonly property int inner: width - 2 * Theme.marginPx
    readonly property bool empty: view.bar.count === 0 && !view.primary.present
    readonly property bool captionShown: besides && Theme.textSize < 3 && step.stepsAbout > 0 && column.y >= captionHeight + Theme.marginPx + captionTop
    readonly property int captionTop: Math.round(Theme.marginPx * 0.7)
    required property int captionHeight // of the caption that the screen puts over the free part
    readonly property int signTop: captionShown ? captionTop + captionHeight : 0

    implicitHeight: empty ? 0 : column.height + 2 * Theme.marginPx

    Rectangle {
        y: root.besides ? Math.max(0, column.y - Theme.marginPx) : 0
        width: root.width
        height: root.height - y
        color: Theme.card

        Rectangle {
            width: parent.width
            height: Theme.borderPx
            color: Theme.line
        }

        Rectangle {
            width: Theme.borderPx
            height: parent.height
            visible: root.besides
            color: Theme.line
        }
    }

    // The free part of a landscape panel's column, for a picture that has no room in the body.
    Item {
        id: free
        x: Theme.marginPx
        y: root.signTop + ringRoom
        width: root.inner
        height: root.besides ? Math.max(0, column.y - Theme.marginPx - ringRoom - y) : 0
        readonly property int ringRoom: 2 * Theme.ringPx
    }

    // Without one, the screen's sign, so that it is no void.
    IconPlate {
        x: Math.round((root.width - width) / 2)
        y: Math.round(root.signTop + (column.y - root.signTop - Theme.marginPx - height) / 2)
        visible: root.besides && root.sign !== "" && pixels >= Theme.tileIconPx
        name: root.sign
        radius: width / 2
        pixels: Math.round(Math.min(root.inner * 0.6, column.y - root.signTop - 3 * Theme.marginPx))
    }

    Column {
        id: column
        x: Theme.marginPx
        // Where there is hardly room, the margin beneath gives way before the distance to what stands above.
        y: root.besides ? spare - Math.min(Theme.marginPx, Math.max(Math.round(Theme.gapPx / 4), spare - Theme.gapPx)) : Theme.marginPx
        readonly property int spare: root.height - height
        width: root.inner
        spacing: Theme.gapPx

        BigButton {
            width: parent.width
            visible: root.view.primary.present
            slot: "primary"
            kind: root.view.primary.kind
            label: root.view.primary.label
            spokenName: root.view.primary.name
            spokenDetail: root.view.primary.described
            icon: root.view.primary.icon
            iconAfter: root.view.primary.icon === "next"
            heard: root.shell.litSlot === slot
            onActivated: root.shell.press(root.view.primary.action)
        }

        Flow {
            id: helpers
            width: parent.width
            spacing: Theme.gapPx

            Repeater {
                id: repeater
                model: root.view.bar
                property int made: 0 // one by one; each counts for its neighbour's height too
                onItemAdded: made++
                onItemRemoved: made--

                BigButton {
                    id: helper
                    required property int index
                    required property string action
                    required property string name
                    required property string described
                    required icon
                    readonly property bool alone: root.besides || root.view.bar.count === 1
                        || (index === root.view.bar.count - 1 && index % 2 === 0)

                    slot: "bar." + action
                    heard: root.shell.litSlot === slot
                    spokenName: name
                    spokenDetail: described
                    kind: action === "call-person" ? "danger" : "plain"
                    width: alone ? helpers.width : Math.floor((helpers.width - Theme.gapPx) / 2)
                    height: alone ? implicitHeight : root.rowHeight(index)
                    onActivated: root.shell.press(action)
                }
            }
        }
    }

    // Neighbours in a row are equally high, also when one of them needs two lines.
    function rowHeight(index: int): real {
        const first = besides ? index : index - index % 2;
        let tallest = 0;
        for (let at = first; at < Math.min(repeater.made, besides ? first + 1 : first + 2); at++) {
            const button = repeater.itemAt(at) as BigButton;
            if (button)
                tallest = Math.max(tallest, button.implicitHeight);
        }
        return tallest;
    }
}
