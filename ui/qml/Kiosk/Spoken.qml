import QtQuick
import Kiosk.Models
import Kiosk.Controls

// A text of the screen whose words light up while they are heard.
Prose {
    id: root

    required property Shell shell
    required property string slot

    visible: text !== ""
    litStart: shell.litSlot === slot ? shell.litStart : 0
    litEnd: shell.litSlot === slot ? shell.litEnd : 0

    Spot {
        slot: root.slot
    }
}
