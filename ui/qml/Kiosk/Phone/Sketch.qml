pragma ComponentBehavior: Bound
import QtQuick

// One element of a picture, drawn in the shape Python chose. A label the edge of the picture would cut is
// not drawn.
Item {
    id: sketch

    required property Pen pen
    required property int order
    required property string shape
    required property string label
    required property bool highlight
    required property string sign
    required property bool pale

    readonly property Figure figure: loader.item as Figure
    readonly property rect place: pen.placeIn(sketch, pen.canvas)

    objectName: "phoneElement"
    implicitHeight: figure === null ? 0 : figure.implicitHeight
    opacity: !(highlight || label === "" || pen.holds(place)) ? 0 : pale ? 0.25 : 1

    function source(): url {
        const words = sketch.shape.split("-");
        return Qt.resolvedUrl(words.map(word => word[0].toUpperCase() + word.slice(1)).join("") + "Shape.qml");
    }

    // Plain values: a model of elements is only ever replaced as a whole, and Qt never gives back what
    // Qt.binding takes here (half a kilobyte an element, PySide6 6.11).
    function draw() {
        loader.setSource(sketch.source(), {
            pen: sketch.pen,
            label: sketch.label,
            chosen: sketch.highlight && !sketch.pen.practised, // there the ring is all that comes and goes
            sign: sketch.sign
        });
    }

    Component.onCompleted: {
        if (sketch.shape !== "blank")
            draw();
        if (sketch.highlight)
            sketch.pen.chosen = sketch.figure.target;
        if (sketch.pen.traced && sketch.order >= 0)
            sketch.pen.draw(sketch.order, sketch);
    }

    Component.onDestruction: {
        if (sketch.pen.traced && sketch.pen.drawn[sketch.order] === sketch)
            sketch.pen.draw(sketch.order, null);
    }

    Loader {
        id: loader

        width: sketch.width
        height: sketch.height
    }
}
