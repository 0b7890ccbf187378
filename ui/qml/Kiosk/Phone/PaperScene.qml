pragma ComponentBehavior: Bound
import QtQuick

// A sheet of paper with what stands on it or lies beside it.
Scene {
    id: scene

    decoration: Component {
        FaintLines {
            pen: scene.pen
            room: scene.spare
        }
    }
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
