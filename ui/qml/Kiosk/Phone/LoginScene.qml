import QtQuick

// The door of an application: its sign, then the boxes.
Scene {
    id: scene

    titled: false

    AppIcon {
        pen: scene.pen
        side: Math.round(20 * scene.pen.unit)
        chosen: true
        sign: scene.view.titleSign
        visible: scene.view.closer === ""
        anchors.horizontalCenter: parent.horizontalCenter
    }

    AreaColumn {
        pen: scene.pen
        width: scene.width
        elements: scene.view.body
    }
}
