pragma ComponentBehavior: Bound
import QtQuick

// The first screen of an application or a site: a head, then tiles.
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
