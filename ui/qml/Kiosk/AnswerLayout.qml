import QtQuick
import Kiosk.Models
import Kiosk.Controls

// How the answers of one question stand: one beneath the other with the words beside their pictures as long as the
// pictures are large so, else in columns; all pictures alike, as large as the room allows. Pictures get smaller before an
// answer goes overleaf for their sake, and are left out where only that keeps it on the page.
QtObject {

    required property ControlRows rows
    required property int width // of all answers side by side
    required property int room // for all of them
    required property int pageRoom // of a page that holds nothing but answers
    required property int above // what stands over them
    required property int kept // of it for the question's own picture, if that can be
    required property bool asked // false: a list, whose lines have an arrow
    property bool together: asked // false: it may go on over the page

    readonly property int side: found.side // of a picture; 0: none
    readonly property int columns: found.columns
    readonly property bool over: found.over // the picture over its words, not beside them
    readonly property bool snug: found.snug // closer around the words: only so all stand on the page
    readonly property int digitsPx: found.digits // of a number to dial, over its label
    readonly property bool fits: needsWith(side, columns, over, snug, digitsPx) <= room // into the room, by this reckoning

    readonly property int usual: Theme.answerPicturePx
    readonly property real enough: Theme.low ? 2 : 1 // of the usual side: 32 mm
    readonly property var shapes: {
        const all = [[1, false]];
        for (const columns of Theme.landscape ? [2, 3, 4] : [2])
            if (rows.count >= columns)
                all.push([columns, false], [columns, true]);
        return all;
    }
    readonly property var found: {
        if (width < 1 || rows.count === 0)
            return arranged(0, 1, false);
        if (!rows.pictured)
            return bare();
        if (kept > 0) {
            const beneath = largest([1, 0.8], room - kept, shapes, false);
            if (beneath !== null)
                return beneath;
        }
        const shares = together ? [4, 3.5, 3, 2.5, 2, 1.75, 1.5, 1.25, 1, 0.8, 0.65, 0.5].filter(share => Theme.low || share <= 2) : [2, 1.75, 1.5, 1.25, 1, 0.8].filter(share => Theme.low || share < 1.5);
        const single = largest(shares, room, [[1, false]], false);
        if (single !== null && single.side >= enough * usual)
            return single;
        const best = largest(shares, room, shapes, false) ?? (together ? largest(shares, room, shapes, true) : null);
        if (best !== null)
            return best;
        const plain = bare();
        return together && needsWith(0, plain.columns, false, plain.snug) <= room ? plain : overleaf();
    }

    readonly property FontMetrics letters: FontMetrics {
        font.family: Theme.fontFamily
        font.pixelSize: Theme.labelPx
        font.bold: true
    }

    // The labels as breadths of their words; of what leads on, the arrow takes its part of the line.
    readonly property var labels: {
        if (letters.height <= 0) // asked, so that they are measured anew in other letters
            return [];
        return rows.labels.split("\n").map(label => label.split(" ").map(word => letters.advanceWidth(word) + blank));
    }
    readonly property real broadest: labels.reduce((most, words) => Math.max(most, ...words), 0) - blank
    readonly property real blank: letters.height > 0 ? letters.advanceWidth(" ") : 0
    readonly property int arrow: asked ? 0 : Math.round(Theme.labelPx * 1.1) + Theme.paddingPx

    readonly property list<int> digitSizes: rows.numbered ? [Theme.headingPx, Math.round(Theme.labelPx * 1.25)] : [0]

    function arranged(side: int, columns: int, over: bool, snug = false, digits = digitSizes[0]): var {
        return ({
                side: side,
                columns: columns,
                over: over && side > 0,
                snug: snug,
                digits: digits
            });
    }

    // The largest picture with which all fit into that room, in the first shape that has it; null: none.
    function largest(shares: list<real>, into: int, among: var, snug: bool): var {
        for (const share of shares) {
            const side = Math.round(usual * share);
            for (const [columns, over] of among)
                if (holds(side, columns, over) && needsWith(side, columns, over, snug) <= into)
                    return arranged(side, columns, over, snug);
        }
        return null;
    }

    // Without pictures: in columns only where that keeps them on the page.
    function bare(): var {
        for (const digits of digitSizes)
            for (const snug of together ? [false, true] : [false])
                for (const [columns, over] of shapes)
                    if (!over && (columns === 1 || together && holds(0, columns, over)) && needsWith(0, columns, false, snug, digits) <= room)
                        return arranged(0, columns, false, snug, digits);
        return arranged(0, 1, false);
    }

    // They go overleaf with or without pictures: as large as their own page allows, with the end of the question if
    // that can be.
    function overleaf(): var {
        if (!together)
            return arranged(usual, 1, false);
        const least = needsWith(0, 1, false);
        const question = 2 * Theme.sayLine + Theme.gapPx;
        const slack = (above > pageRoom ? 3 : 1) * Theme.sayLine; // what a page leaves free at its end
        const pages = Math.ceil((above + least) / pageRoom);
        for (const page of [pageRoom - question, pageRoom])
            for (const share of page < least ? [] : [1.5, 1.25, 1, 0.8]) {
                const side = Math.round(usual * share);
                const needs = needsWith(side, 1, false);
                if (needs <= page && above + needs <= pages * pageRoom - slack)
                    return arranged(side, 1, false);
            }
        // Large words that fill a page to its last line stay on it.
        if (Theme.textSize >= 3 && least > pageRoom && least < pageRoom + Theme.sayLine && needsWith(Math.round(usual * 0.65), 1, false) > least)
            return arranged(0, 1, false);
        const most = Math.max(least, pageRoom - Theme.sayLine);
        const fits = [1, 0.8, 0.65, 0.5].find(share => needsWith(Math.round(usual * share), 1, false) <= most);
        return arranged(Math.round(usual * (fits ?? (least <= pageRoom ? 0 : 0.65))), 1, false);
    }

    function widthOf(columns: int): int {
        return Math.floor((width - (columns - 1) * Theme.gapPx) / columns);
    }

    // The room of its words in a line.
    function lineOf(side: int, columns: int, over: bool): real {
        const beside = side > 0 && !over ? side + Theme.pictureInset : 0;
        return widthOf(columns) - 2 * Theme.paddingPx - beside - arrow;
    }

    // Whether no word is broken, and each picture has its breadth.
    function holds(side: int, columns: int, over: bool): bool {
        const room = lineOf(side, columns, over);
        return 0.96 * room >= broadest && (!over || widthOf(columns) >= side + 2 * Theme.pictureInset) && (columns === 1 || over || room >= 6 * Theme.labelPx);
    }

    // The height of all answers, with pictures of that side.
    function needsWith(side: int, columns: int, over: bool, snug = false, digits = digitSizes[0]): real {
        // A little less than there is: letters in a line are set a trifle wider than measured one word at a time.
        const line = (side > 0 || columns > 1 ? 0.96 : 1) * lineOf(side, columns, over);
        let sum = -Theme.gapPx;
        for (let from = 0; from < labels.length; from += columns) {
            const lines = Math.max(...labels.slice(from, from + columns).map(words => linesOf(words, line)));
            if (columns > 1 && lines > 3)
                return Infinity; // such slim words are hard to read
            sum += Theme.gapPx + heightOf(lines, side, over, snug, digits);
        }
        return sum;
    }

    function heightOf(lines: int, side: int, over: bool, snug: bool, digits: int): int {
        const words = lines * Math.ceil(Theme.labelPx * Theme.lineEm) + Math.ceil(digits * Theme.lineEm);
        if (over)
            return side + 2 * Theme.pictureInset + words + Math.round(Theme.paddingPx / 2);
        return Math.max(snug ? Theme.leastTargetPx : Theme.targetPx, words + 2 * (snug ? Theme.snugPx : Theme.paddingPx), side > 0 ? side + 2 * Theme.pictureInset : 0);
    }

    function linesOf(words: list<real>, line: real): int {
        let lines = 1;
        let filled = 0;
        for (const word of words) {
            if (filled > 0 && filled + word - blank > line) {
                lines++;
                filled = 0;
            }
            filled += word;
        }
        return lines;
    }
}
