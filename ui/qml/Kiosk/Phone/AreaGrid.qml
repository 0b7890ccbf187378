pragma ComponentBehavior: Bound
import QtQuick

// Elements in rows of `columns`; the cells of one row share their top edge.
Grid {
    id: area

    required property Pen pen
    required property QtObject elements
    property int columnCount: 1

    visible: repeater.count > 0
    columns: columnCount
    rowSpacing: pen.gap
    columnSpacing: columnCount > 2 ? Math.round(4 * pen.unit) : pen.gap

    Repeater {
        id: repeater

        model: area.elements

        Sketch {
            pen: area.pen
            width: Math.floor((area.width - (area.columnCount - 1) * area.columnSpacing) / area.columnCount)
        }
    }
}
