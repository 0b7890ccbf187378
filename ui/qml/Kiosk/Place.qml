import QtQuick
import Kiosk.Models

// Where one view's screen stands. It is made with the first page and then kept. A page that its view takes over
// out of sight is laid out at once: for a frame it is there but clear, so that showing it costs only the drawing.
Loader {
    id: root

    required property PageView view
    default property alias screen: root.sourceComponent

    anchors.fill: parent
    active: view.made
    visible: view.shown || view.laying
    enabled: view.shown
    opacity: view.shown ? 1 : 0

    Connections {
        target: root.Window.window
        enabled: root.view.laying
        function onFrameSwapped(): void {
            root.view.laid();
        }
    }
}
