pragma ComponentBehavior: Bound
import QtQuick

// Elements in rows of `columnCount`. Plates of one row are equally tall; signs keep their own height,
// because the ring goes around them.
Grid {
    id: area

    required property Pen pen
    required property QtObject elements
    readonly property bool used: repeater.count > 0
    property int columnCount: 1

    visible: used
    columns: columnCount
    rowSpacing: pen.gap
    columnSpacing: columnCount > 2 ? Math.round(4 * pen.unit) : pen.gap

    function tallestBeside(place: int): real {
        const first = place - place % area.columnCount;
        let most = 0;
        for (let n = first; n < Math.min(first + area.columnCount, repeater.count); n++)
            most = Math.max(most, repeater.itemAt(n)?.implicitHeight ?? 0);
        return most;
    }

    Repeater {
        id: repeater

        model: area.elements

        Sketch {
            required property int index

            pen: area.pen
            width: Math.floor((area.width - (area.columnCount - 1) * area.columnSpacing) / area.columnCount)
            height: ["tile", "toggle", "card"].includes(shape) ? Math.max(implicitHeight, area.tallestBeside(index)) : implicitHeight
        }
    }
}
