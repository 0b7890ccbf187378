pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// The primary action and the helpers, always in the same order: at the bottom in portrait, in a column
// on the right in landscape.
Rectangle {
    id: root

    required property Shell shell
    required property PageView view

    readonly property bool besides: Theme.landscape
    readonly property int inner: width - 2 * Theme.marginPx
    readonly property bool empty: view.bar.count === 0 && !view.primary.present

    color: Theme.card
    implicitHeight: empty ? 0 : column.height + 2 * Theme.marginPx

    Rectangle {
        width: root.besides ? Theme.borderPx : parent.width
        height: root.besides ? parent.height : Theme.borderPx
        color: Theme.line
    }

    Column {
        id: column
        x: Theme.marginPx
        y: root.besides ? root.height - height - Theme.marginPx : Theme.marginPx
        width: root.inner
        spacing: Theme.gapPx

        BigButton {
            width: parent.width
            visible: root.view.primary.present
            kind: root.view.primary.kind
            label: root.view.primary.label
            spokenName: root.view.primary.name
            icon: root.view.primary.icon
            iconAfter: root.view.primary.icon === "next"
            onActivated: root.shell.press(root.view.primary.action)
        }

        Flow {
            id: helpers
            width: parent.width
            spacing: Theme.gapPx

            Repeater {
                model: root.view.bar

                BigButton {
                    id: helper
                    required property int index
                    required property string action
                    required property string name
                    required icon
                    readonly property bool alone: root.besides || root.view.bar.count === 1
                        || (index === root.view.bar.count - 1 && index % 2 === 0)

                    spokenName: name
                    kind: action === "call-person" ? "danger" : "plain"
                    width: alone ? helpers.width : Math.floor((helpers.width - Theme.gapPx) / 2)
                    height: root.rowHeight(index)
                    onActivated: root.shell.press(action)
                }
            }
        }
    }

    // Neighbours in a row are equally high, also when one of them needs two lines.
    function rowHeight(index: int): real {
        let tallest = 0;
        for (const child of helpers.children) {
            const button = child as BigButton;
            if (button)
                tallest = Math.max(tallest, button.implicitHeight);
        }
        return tallest;
    }
}
