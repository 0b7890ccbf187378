import QtQuick
import Kiosk.Models
import Kiosk.Controls

// The one window. It opens with the invitation alone: what a visit needs is laid over it once that is seen.
Window {
    id: root

    required property AttractView attract
    property QtObject shell: null
    readonly property bool admitted: screens.status === Loader.Ready
    property bool kept: false // over the whole screen nobody closes it or lays a window over it (Alt+F4)

    visible: false
    flags: root.kept ? Qt.Window | Qt.WindowStaysOnTopHint : Qt.Window
    onClosing: (close) => { close.accepted = !root.kept }
    color: Theme.paper
    title: attract.ward
    onShellChanged: screens.setSource("Screens.qml", { "shell": root.shell })

    AttractScreen {
        width: root.width // known before the window is shown, as its parent's is not: laid out once
        height: root.height
        attract: root.attract
        admitted: root.admitted
        visible: root.attract.shown
    }

    Loader {
        id: screens
        anchors.fill: parent
    }
}
