import QtQuick
import Kiosk.Phone

// Walks once through all that a window shows, and writes down what `support.measure` wants to know of it.
// From within the engine, because to ask each item for each property from Python takes three times as long.
QtObject {
    id: root

    property list<Item> bodies // turned page by page, because they are longer than one

    // Entries [kind, the entry it lies in or -1, x, y, width, height, …] for each text, control and frame;
    // nothing where *whole* and there is a body that is turned.
    function look(from: Item, whole: bool): string {
        const entries = [];
        root.bodies = [];
        root.walk(from, 0, 0, -1, entries);
        return whole && root.bodies.length > 0 ? "" : JSON.stringify(entries);
    }

    function walk(item: Item, left: real, top: real, around: int, entries: var): void {
        if (!item.visible || item.opacity === 0 || item instanceof StepPicture)
            return;
        const x = left + item.x, y = top + item.y;
        if (item instanceof Text) {
            if (item.text !== "")
                entries.push(["text", around, x, y, item.width, item.height, item.text, item.contentWidth, item.contentHeight, item.font.pixelSize, item.lineHeight, item.lineCount, item.truncated]);
            return;
        }
        if (item.chosen != undefined)
            around = entries.push(["control", around, x, y, item.width, item.height, item.spokenName, item.spokenDetail, item.kind === "primary"]) - 1;
        else if (item.pageCount !== undefined && item.overflows)
            root.bodies.push(item);
        if (item.clip) {
            if (item.objectName === "lit-echo")
                return; // the same words again
            around = entries.push(["frame", around, x, y, item.width, item.height, item.objectName]) - 1;
        }
        const children = item.children;
        for (let at = 0; at < children.length; at++)
            root.walk(children[at], x, y, around, entries);
    }
}
