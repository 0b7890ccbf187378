import QtQuick
import Kiosk.Models
import Kiosk.Controls

// How large the pictures beside the answers of one question are drawn, all alike: as large as the room allows, smaller
// before an answer goes overleaf for its picture's sake, and not at all where only that keeps it on the page.
QtObject {
    id: root

    required property ControlRows rows
    required property int width // of an answer
    required property int room // for all of them
    required property int pageRoom // of a page that holds nothing but answers
    required property int above // what stands over them
    required property int kept // of it for the question's own picture, if that can be
    required property bool asked // false: a list, which may go on over the page

    readonly property int side: {
        const usual = Theme.answerPicturePx;
        if (!rows.pictured || width < 1)
            return 0;
        for (const share of kept > 0 ? [1, 0.8] : [])
            if (needsWith(Math.round(usual * share)) + kept <= room)
                return Math.round(usual * share);
        for (const share of asked ? [2, 1.75, 1.5, 1.25, 1, 0.8, 0.65, 0.5] : [1.25, 1, 0.8])
            if (needsWith(Math.round(usual * share)) <= room)
                return Math.round(usual * share);
        const least = needsWith(0);
        if (!asked)
            return usual;
        if (least <= room)
            return 0;
        // They go overleaf with or without: as large as their own page allows, with the end of the question if that can be.
        const question = 2 * Theme.sayLine + Theme.gapPx;
        const slack = (root.above > root.pageRoom ? 3 : 1) * Theme.sayLine; // what a page leaves free at its end
        const pages = Math.ceil((root.above + least) / root.pageRoom);
        for (const page of [root.pageRoom - question, root.pageRoom])
            for (const share of page < least ? [] : [1.5, 1.25, 1, 0.8]) {
                const needs = needsWith(Math.round(usual * share));
                if (needs <= page && root.above + needs <= pages * root.pageRoom - slack)
                    return Math.round(usual * share);
            }
        // Large words that fill a page to its last line stay on it.
        if (Theme.textSize >= 3 && least > root.pageRoom && least < root.pageRoom + Theme.sayLine && needsWith(Math.round(usual * 0.65)) > least)
            return 0;
        const most = Math.max(least, root.pageRoom - Theme.sayLine);
        const fits = [1, 0.8, 0.65, 0.5].find(share => needsWith(Math.round(usual * share)) <= most);
        return Math.round(usual * (fits ?? (least <= root.pageRoom ? 0 : 0.65)));
    }

    readonly property FontMetrics letters: FontMetrics {
        font.family: Theme.fontFamily
        font.pixelSize: Theme.labelPx
        font.bold: true
    }

    // The labels as breadths of their words; of what leads on, the arrow takes its part of the line.
    readonly property var labels: {
        return rows.labels.split("\n").map(label => label.split(" ").map(word => letters.advanceWidth(word) + blank));
    }
    readonly property real blank: letters.advanceWidth(" ")
    readonly property int arrow: asked ? 0 : Math.round(Theme.labelPx * 1.1) + Theme.paddingPx

    // The height of all answers, with pictures of that side.
    function needsWith(side: int): int {
        const inset = Theme.pictureInset;
        // A little less than there is: letters in a line are set a trifle wider than measured one word at a time.
        const line = side > 0 ? 0.96 * (width - 2 * Theme.paddingPx - side - inset - arrow) : width - 2 * Theme.paddingPx - arrow;
        let sum = -Theme.gapPx;
        for (const words of labels) {
            const lines = linesOf(words, line);
            sum += Theme.gapPx + Math.max(Theme.targetPx, Math.ceil(lines * Theme.labelPx * Theme.lineEm) + 2 * Theme.paddingPx, side > 0 ? side + 2 * inset : 0);
        }
        return sum;
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
