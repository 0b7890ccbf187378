pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls
import Kiosk.Models

// A frame and the screen inside it. Its implicit height is what the content needs; given more, the rest
// of the screen stays calm.
Item {
    id: device

    required property PhoneView view
    required property Pen pen

    readonly property bool phone: ["android", "iphone", "phone"].includes(view.frame)
    readonly property bool browser: view.frame === "browser"
    readonly property real bezel: Math.round((phone ? 4 : browser ? 3 : view.scene === "counter" ? 0 : 1) * pen.unit)
    readonly property real foot: Math.round((phone ? 10 : 6) * pen.unit)
    readonly property Scene scene: stage.item as Scene
    readonly property real needed: scene === null ? 0 : scene.implicitHeight

    implicitHeight: stage.y + needed + tabs.implicitHeight + foot + bezel

    // The scene stays while the next step shows the same one: its elements come from the view's models.
    function draw() {
        // As text: two addresses are never one and the same to JavaScript, and the scene would be built anew.
        const drawing = device.view.drawn ? Qt.resolvedUrl(device.view.stage + "Scene.qml").toString() : "";
        if (drawing === stage.source.toString())
            return;
        if (drawing === "")
            stage.source = "";
        else
            stage.setSource(drawing, {
                view: device.view,
                pen: device.pen
            });
    }

    // Not Qt.binding in setSource: Qt never gives back what that takes.
    Binding {
        target: device.scene
        property: "view"
        value: device.view
        when: device.scene !== null
    }

    Binding {
        target: device.scene
        property: "spare"
        value: device.height - device.implicitHeight
        when: device.scene !== null
    }

    onViewChanged: draw()
    Component.onCompleted: draw()

    Connections {
        target: device.view

        function onChanged() {
            device.draw();
        }
    }

    PhoneFrame {
        pen: device.pen
        kind: device.view.frame
        visible: device.phone
        anchors.fill: parent
    }

    BrowserFrame {
        pen: device.pen
        visible: device.browser
        anchors.fill: parent
    }

    SheetFrame {
        pen: device.pen
        visible: device.view.frame === "board" && device.view.scene !== "counter"
        anchors.fill: parent
    }

    StatusBar {
        id: status

        pen: device.pen
        visible: device.phone
        x: device.bezel
        y: device.bezel
        width: parent.width - 2 * device.bezel
    }

    AddressBar {
        id: address

        view: device.view
        pen: device.pen
        visible: device.browser
        x: device.bezel
        y: device.bezel
        width: parent.width - 2 * device.bezel
    }

    Loader {
        id: stage

        x: device.bezel + device.pen.pad
        y: device.bezel + (device.phone ? status.implicitHeight : device.browser ? address.implicitHeight : 0) + device.pen.gap
        width: parent.width - 2 * x
    }

    // What comes down over the screen as a finger slides from its upper edge, or up from its lower.
    Rectangle {
        readonly property real come: device.view.slide === "down" ? device.pen.slid.y : device.view.slide === "up" ? -device.pen.slid.y : 0

        visible: device.pen.practised && come > 0
        x: device.bezel
        width: parent.width - 2 * x
        height: Math.min(come, parent.height - 2 * device.bezel)
        y: device.view.slide === "up" ? parent.height - device.bezel - height : device.bezel
        z: 1
        radius: device.pen.radius
        color: Theme.tint
        border.width: device.pen.stroke
        border.color: device.pen.outline
    }

    AreaTabs {
        id: tabs

        pen: device.pen
        elements: device.view.bottom
        lane: device.view.pointerSide === "above"
        x: stage.x
        width: stage.width
        y: parent.height - device.bezel - device.foot - height
        height: implicitHeight
    }
}
