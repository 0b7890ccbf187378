pragma ComponentBehavior: Bound
import QtQuick

// Messages that came in.
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
        elements: scene.view.body
    }
}
