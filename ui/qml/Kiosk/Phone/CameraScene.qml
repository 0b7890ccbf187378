import QtQuick

// The camera: what it sees and its shutter.
Scene {
    id: scene

    titled: false

    AreaColumn {
        pen: scene.pen
        width: scene.width
        elements: scene.view.body
    }
}
