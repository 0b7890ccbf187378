pragma ComponentBehavior: Bound
import QtQuick

// A store: the search box, then what it found.
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
        elements: scene.view.body
    }
}
