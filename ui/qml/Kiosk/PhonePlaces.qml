pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls
import Kiosk.Phone

// What is touched of a drawn phone that stands beside its answers: each place as large as any control.
Repeater {
    id: root

    required property Shell shell
    required property PageView view
    required property StepPicture picture

    PhonePlace {

        required property string action
        required property string name
        required property string described

        readonly property rect drawn: root.picture.placeOf(parseInt(action.split(".")[1]))
        readonly property real broad: Math.max(drawn.width, Theme.leastTargetPx)
        readonly property real tall: Math.max(drawn.height, Theme.leastTargetPx)

        // Within the picture, for a phone may be cut by its edge.
        readonly property rect grown: Qt.rect(drawn.x - (broad - drawn.width) / 2, Math.min(drawn.y - (tall - drawn.height) / 2, root.picture.height - tall), broad, tall)

        area: grown
        apart: 0
        visible: drawn.width > 0 && drawn.y + drawn.height <= root.picture.height
        slot: action
        spokenName: name
        spokenDetail: described
        heard: root.view.shown && root.shell.litSlot === action
        onActivated: root.shell.press(action)
    }
}
