import QtQuick
import Kiosk.Controls

// While a person is called: the bell's equal for the eye, to be noticed across a room. It changes once a
// second at most, and holds still for those who want calm.
Rectangle {
    required property bool bright

    color: "transparent"
    border.color: bright ? Theme.danger : Theme.dangerTint
    Accessible.ignored: true

    Rectangle {
        anchors.fill: parent
        color: "transparent"
        border.width: Theme.borderPx
        border.color: Theme.danger
        Accessible.ignored: true
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: parent.border.width - Theme.borderPx
        color: "transparent"
        border.width: Theme.borderPx
        border.color: Theme.danger
        Accessible.ignored: true
    }
}
