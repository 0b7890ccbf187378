pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// A place in the bar: as large for the helper that is not here as for the one that is.
Item {
    id: root

    required property Shell shell
    required property string action // empty where the place is kept free
    required property string label
    required property string icon
    required property string name
    required property string described
    required property string also // what else stands here on other screens

    implicitHeight: Math.max(button.implicitHeight, other.active ? other.implicitHeight : 0)

    Loader {
        id: other
        width: root.width
        visible: false
        active: root.also !== ""
        sourceComponent: BigButton {
            label: root.also
            icon: root.icon
        }
    }

    BigButton {
        id: button
        anchors.fill: parent
        visible: root.action !== ""
        slot: "bar." + root.action
        heard: root.shell.litSlot === slot
        label: root.label
        icon: root.icon
        spokenName: root.name
        spokenDetail: root.described
        kind: root.action === "call-person" ? "danger" : "plain"
        onActivated: root.shell.press(root.action)
    }
}
