import QtQuick
import Kiosk.Controls

// A code to take home on one's own phone, and what it is for.
Whole {
    id: root

    required property string payload
    required property string label
    readonly property int least: Theme.leastCodePx + 2 * Theme.paddingPx // of its height: the code itself keeps its size

    color: Theme.picture
    radius: Theme.cardRadiusPx

    QrCode {
        id: code
        x: Theme.paddingPx
        anchors.verticalCenter: parent.verticalCenter
        payload: root.payload
        description: root.label
        pixels: Math.max(0, Math.min(root.height - 2 * Theme.paddingPx, Math.round(root.width / 2)))
    }

    Spot {
        slot: "code"
    }

    Words {
        anchors.left: code.right
        anchors.leftMargin: Theme.paddingPx
        anchors.right: parent.right
        anchors.rightMargin: Theme.paddingPx
        anchors.verticalCenter: parent.verticalCenter
        pixels: Theme.smallPx
        font.bold: true
        text: root.label
    }
}
