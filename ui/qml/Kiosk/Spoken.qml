import QtQuick
import Kiosk.Models
import Kiosk.Controls

// A text of the screen whose words light up while they are heard.
Prose {
    id: root

    required property Shell shell
    required property string slot
    readonly property bool lights: shell.litSlot === slot && visible && enabled // only on the screen that is seen

    visible: text !== ""
    litStart: lights ? shell.litStart : 0
    litEnd: lights ? shell.litEnd : 0

    Spot {
        slot: root.slot
    }
}
