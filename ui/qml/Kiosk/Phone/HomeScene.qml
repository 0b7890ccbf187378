pragma ComponentBehavior: Bound
import QtQuick

// The phone itself: applications in a grid.
Scene {
    id: scene

    decoration: Component {
        Item {
            Dock {
                pen: scene.pen
                visible: scene.spare > height + 2 * scene.pen.gap
                width: scene.width
                y: scene.spare - scene.pen.gap - height
            }
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
