import QtQuick
import Kiosk.Models

// Where one view's screen stands. It is made with the first page and then kept. A page that its view takes over
// out of sight is laid out at once: for one frame it is there but clear, so that showing it costs only the drawing.
Loader {
    id: root

    required property PageView view
    default property alias screen: root.sourceComponent
    property bool laying: false
    property bool made: false

    anchors.fill: parent
    active: made || visible
    visible: view.shown || laying
    enabled: view.shown
    opacity: view.shown ? 1 : 0
    onVisibleChanged: if (visible) made = true

    Connections {
        target: root.view
        function onChanged(): void {
            root.laying = !root.view.shown && root.view.place !== "";
        }
        function onShownChanged(): void {
            root.laying = false;
        }
    }

    Connections {
        target: root.Window.window
        enabled: root.laying
        function onFrameSwapped(): void {
            root.laying = false;
        }
    }
}
