pragma ComponentBehavior: Bound
import QtQuick

// One application in a store: sign, name and maker, button, pictures.
Scene {
    id: scene

    decoration: Component {
        FaintLines {
            pen: scene.pen
            room: scene.spare
        }
    }

    Row {
        width: scene.width
        spacing: scene.pen.gap

        AreaGrid {
            id: mark

            pen: scene.pen
            width: Math.round(25 * scene.pen.unit)
            elements: scene.view.grid
        }

        AreaColumn {
            pen: scene.pen
            width: scene.width - (mark.used ? mark.width + scene.pen.gap : 0)
            elements: scene.view.top
        }
    }

    AreaColumn {
        pen: scene.pen
        width: scene.width
        elements: scene.view.body
    }
}
