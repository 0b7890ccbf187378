pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models
import Kiosk.Controls

// A place in the bar: as large for the helper that is not here as for the one that is.
Item {
    id: root

    required property Shell shell
    property bool stacked: false
    required property string action // empty where the place is kept free
    required property string label
    required property string icon
    required property string name
    required property string described
    required property bool urgent
    required property string also // what else stands here on other screens, a line each

    readonly property real tallestOther: {
        let tallest = 0;
        for (let at = 0; at < others.made; at++)
            tallest = Math.max(tallest, (others.itemAt(at) as BigButton)?.implicitHeight ?? 0);
        return tallest;
    }

    implicitHeight: Math.max(button.implicitHeight, tallestOther)

    Repeater {
        id: others
        model: root.also === "" ? [] : root.also.split("\n")
        property int made: 0
        onItemAdded: made++
        onItemRemoved: made--

        BigButton {
            required property string modelData
            width: root.width
            visible: false
            label: modelData
            icon: root.icon
            stacked: root.stacked
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
        stacked: root.stacked
        spokenName: root.name
        spokenDetail: root.described
        kind: root.action === "call-person" ? "danger" : "plain"
        strong: root.urgent
        onActivated: root.shell.press(root.action)
    }
}
