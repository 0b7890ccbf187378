pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// The guides and steps that something leads to, each as one button that says it whole.
Column {
    id: root

    required property Shell shell
    required property PageView view
    required property ControlRows rows

    property bool snug: false // no higher than their words: all are to stand on the page

    spacing: Theme.gapPx
    visible: rows.count > 0

    Repeater {
        model: root.rows

        ChoiceButton {
            required property string action
            required property string name
            required property string described
            required icon

            width: root.width
            snug: root.snug
            slot: action
            spokenName: name
            spokenDetail: described
            heard: root.view.shown && root.shell.litSlot === action
            pixels: Theme.labelPx
            onActivated: root.shell.press(action)
        }
    }
}
