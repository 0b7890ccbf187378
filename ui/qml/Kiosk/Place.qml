import QtQuick
import Kiosk.Models

// Where one view's screen stands. It is made with the first page and then kept. A page that its view takes over
// out of sight is laid out soon: for one frame it is there but clear, so that showing it costs only the drawing.
// Taking over and laying out are turns of their own: together they would hold up what else is to be drawn.
Loader {
    id: root

    required property PageView view
    default property alias screen: root.sourceComponent
    property bool taken: false
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
            root.laying = false;
            root.taken = !root.view.shown && root.view.place !== "";
            if (root.taken)
                root.Window.window.update();
        }
        function onShownChanged(): void {
            root.asynchronous = root.laying = root.taken = false;
        }
    }

    Connections {
        target: root.Window.window
        enabled: root.taken || root.laying && root.status === Loader.Ready
        function onFrameSwapped(): void {
            root.asynchronous = root.taken; // to make a screen takes as long as some frames: it is made between them
            root.laying = root.taken;
            root.taken = false;
        }
    }
}
