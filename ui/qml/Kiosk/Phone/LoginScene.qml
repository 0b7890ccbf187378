import QtQuick

// The door of an application: a plain sign, then the boxes.
Scene {
    id: scene

    titled: false

    AppIcon {
        pen: scene.pen
        side: Math.round(20 * scene.pen.unit)
        chosen: true
        anchors.horizontalCenter: parent.horizontalCenter
    }

    AreaColumn {
        pen: scene.pen
        width: scene.width
        elements: scene.view.body
    }
}
