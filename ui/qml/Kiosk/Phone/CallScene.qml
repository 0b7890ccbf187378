import QtQuick

// A telephone number and the key that calls it.
Scene {
    id: scene

    titled: false

    AreaColumn {
        pen: scene.pen
        width: scene.width
        elements: scene.view.top
    }

    AreaColumn {
        pen: scene.pen
        width: scene.width
        elements: scene.view.body
    }

    Keypad {
        pen: scene.pen
        width: scene.width
        visible: scene.pen.roomy && scene.view.numbers < 2
    }

    AreaGrid {
        pen: scene.pen
        width: scene.width
        elements: scene.view.grid
        columnCount: scene.view.columns
    }
}
