pragma ComponentBehavior: Bound
import QtQuick

// Rows one under another; the fallback for every scene without one of its own.
Scene {
    id: scene

    decoration: Component {
        FaintLines {
            pen: scene.pen
            room: scene.spare
        }
    }

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
