import QtQuick

// The phone itself: applications in a grid.
Scene {
    id: scene

    titled: false

    AreaColumn {
        pen: scene.pen
        width: scene.width
        elements: scene.view.top
    }

    AreaGrid {
        pen: scene.pen
        width: scene.width
        elements: scene.view.grid
        columnCount: scene.view.columns
    }

    AreaColumn {
        pen: scene.pen
        width: scene.width
        elements: scene.view.body
    }
}
