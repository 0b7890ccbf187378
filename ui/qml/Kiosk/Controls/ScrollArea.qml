import QtQuick
import Kiosk.Models

// A body that may be taller than its room: then it is turned page by page, by two big buttons or a swipe.
// A page never cuts a control or a line of text in two. Holds one item, which is as wide as itself.
Item {
    id: root

    required property string upLabel
    required property string downLabel
    default property alias content: inside.data
    property bool seen: true // false while it is only laid out
    property string page: "" // another page, or one that comes into sight, starts at its top,
    property string kept: "" // or where it was left, if it is one that lay beneath the last one
    property bool slim: false // its buttons are as low as they may be: what stands beneath needs the height
    readonly property int slimRow: Math.max(Theme.leastTargetPx, Theme.labelLine + 2 * Theme.snugPx)
    property bool asks: false // it holds answers: the end of their question stays with them
    property bool anew: true // it holds something else since it was laid
    readonly property string mark: turner.mark
    readonly property real shownFrom: turner.start // the page that is shown, in the body's pixels
    readonly property real shownTo: turner.start + turner.length
    // Stands at the foot of each page before its own, as long as something else of the page is seen whole: its place
    // stays free, and who holds it puts what is drawn there into `stickyPlace`, and back.
    property Item sticky: null
    readonly property bool stuck: turner.withSticky
    readonly property Item stickyPlace: foot
    readonly property int stickyGap: Math.round(Theme.gapPx / 3)
    signal turnedByHand(fresh: string, whole: string)
    property bool inHand: false // somebody has turned to a later page: the voice does not turn it away from them
    property real followedAtS: -1 // when the voice last turned a page, by the clock of presses (ui/window/input/hand_watch.py)
    readonly property string turns: !root.overflows ? "" : (turner.at > 0 ? "page.up " : "") + (turner.at < turner.count - 1 ? "page.down " : "") + (root.unfinished ? "page.rest" : "")

    readonly property bool overflows: inside.childrenRect.height > height
    readonly property int pageCount: turner.count
    readonly property int pageRoom: buttons.y - Theme.gapPx // of one page, where there are several
    readonly property int ringRoom: 2 * Theme.ringPx // the focus ring must not be clipped
    readonly property Item focused: Window.activeFocusItem
    // What the pointer stands on ends on a later page than the one shown.
    readonly property bool unfinished: root.overflows && root.focused !== null && root.holds(root.focused) && !root.showsAtFoot(root.focused) && root.focused.mapToItem(inside, 0, root.focused.height).y > turner.start + turner.length + 1

    // What must be seen whole: each control, each line of a text, each drawing. They are numbered in their
    // order, those that are not seen too, so that a thing keeps its number; returns the next one.
    function measure(item: Item, first: int): int {
        let number = first;
        for (const child of item.children) {
            number++;
            if (!child.visible || child.height <= 0 || child instanceof Spot)
                continue;
            const top = child.mapToItem(inside, 0, 0).y;
            const words = child as Words;
            const prose = child as Prose;
            const lines = words ? words.lineCount : prose ? prose.lineCount : 0;
            if (lines === 2) // they stay together, so that the ring around them is seen whole
                turner.keep(top, top + child.height, number);
            else if (lines > 0)
                for (let line = 0; line < lines; line++)
                    turner.keep(top + line * child.height / lines, top + (line + 1) * child.height / lines, number);
            else if (child instanceof Pressable || child instanceof Notice || child instanceof Image || child instanceof Whole || child.children.length === 0)
                turner.keep(top, top + child.height, number);
            else {
                if (child instanceof Together)
                    turner.keep(top, top + child.height, number);
                if (child instanceof Card)
                    keepEnds(top, child.height, number);
                const answers = child as Answers;
                if (answers) {
                    turner.keep(top, top + answers.firstTwo, number);
                    root.asks = answers.asked;
                }
                number = measure(child, number);
            }
        }
        return number;
    }

    // No page ends with a card's title alone, or with an empty strip of the card, if there is room.
    function keepEnds(top: real, height: real, number: int): void {
        turner.keep_loosely(top, top + Math.min(height, Theme.paddingPx + Math.round(2.5 * Theme.textLine)), number);
        turner.keep_loosely(top + height - Math.min(height, Theme.paddingPx + Theme.textLine), top + height, number);
    }

    function lay(): void {
        root.anew = false;
        const whole = Math.max(root.height, inside.childrenRect.height);
        root.asks = false;
        if (root.overflows)
            measure(inside, 0);
        if (root.overflows && root.sticky !== null && root.sticky.visible) {
            const top = root.sticky.mapToItem(inside, 0, 0).y;
            turner.stick(top, top + root.sticky.height, root.stickyGap);
        }
        const before = turner.count;
        turner.lay(root.overflows ? root.pageRoom : whole, whole, root.ringRoom, root.asks);
        if (turner.count !== before)
            root.follow();
    }

    function follow(): void {
        if (root.focused === null || !root.overflows || !root.holds(root.focused) || root.showsAtFoot(root.focused))
            return;
        const top = root.focused.mapToItem(inside, 0, 0).y;
        turner.reveal(top, top + root.focused.height);
    }

    // To the page on which what is read aloud stands: the place of it, and which of its words is heard.
    function followVoice(slot: string, from: int, to: int): void {
        if (!root.overflows || root.inHand || slot === "")
            return;
        const spot = spotOf(inside, slot);
        if (spot === null || root.showsAtFoot(spot))
            return;
        const words = spot.parent as Prose;
        const top = spot.mapToItem(inside, 0, 0).y + (words ? words.lineTop(from, to) : 0);
        const at = turner.at;
        turner.reveal(top, top + (words ? words.height / Math.max(1, words.lineCount) : spot.height));
        if (turner.at !== at)
            root.followedAtS = Hands.gate.now();
    }

    function spotOf(item: Item, slot: string): Spot {
        for (const child of item.children) {
            if (!child.visible)
                continue;
            const spot = child as Spot;
            if (spot && spot.slot === slot)
                return spot;
            const within = spotOf(child, slot);
            if (within !== null)
                return within;
        }
        return null;
    }

    function holds(item: Item): bool {
        for (let at = item; at !== null; at = at.parent)
            if (at === inside)
                return true;
        return false;
    }

    // It is on the glass, though its own place is overleaf.
    function showsAtFoot(item: Item): bool {
        if (root.stuck)
            for (let at = item; at !== null; at = at.parent)
                if (at === root.sticky)
                    return true;
        return false;
    }

    // By somebody who moves by keys or switches: what they come to is said.
    function turn(by: int): void {
        turner.turn(by);
    }

    // By a finger, on a button or pulling the page (ui/window/input/hand_watch.py), anywhere in the area, also beneath its
    // last line: then the page it turns to is read, forward only what was not seen before.
    function turnByHand(by: int): void {
        const at = turner.at;
        const seen = turner.start + turner.length;
        const known = root.stuck && by > 0 ? slotsOf(foot) : [];
        turner.turn(by);
        if (turner.at === at)
            return;
        root.inHand = turner.at > 0;
        const atFoot = root.stuck ? slotsOf(foot) : [];
        const fresh = slotsFrom(inside, by > 0 ? Math.max(seen, turner.start) : turner.start).concat(atFoot);
        const whole = turner.at === 0 ? [] : slotsFrom(inside, turner.start).concat(atFoot);
        root.turnedByHand(fresh.filter(slot => !known.includes(slot)).join(" "), whole.join(" "));
    }

    // The places of what stands on the page shown, at *from* or beneath it, in their order.
    function slotsFrom(item: Item, from: real): list<string> {
        let found = [];
        for (const child of item.children) {
            if (!child.visible)
                continue;
            const spot = child as Spot;
            if (!spot) {
                found = found.concat(slotsFrom(child, from));
                continue;
            }
            const top = spot.mapToItem(inside, 0, 0).y;
            if (spot.slot !== "" && top + spot.height > from + 1 && top < turner.start + turner.length - 1)
                found.push(spot.slot);
        }
        return found;
    }

    function slotsOf(item: Item): list<string> {
        let found = [];
        for (const child of item.children) {
            const spot = child as Spot;
            if (spot && spot.slot !== "")
                found.push(spot.slot);
            found = found.concat(slotsOf(child));
        }
        return found;
    }

    function open(): void {
        root.inHand = false;
        root.followedAtS = -1;
        turner.open(root.seen && root.page !== "" ? root.kept : "");
    }

    onPageChanged: {
        root.anew = true;
        root.open();
    }
    onHeightChanged: root.anew = true
    onSeenChanged: root.open()
    // Whoever moves by keys must see where they are.
    onFocusedChanged: root.follow()
    Component.onCompleted: root.lay()

    // Once a frame, after Qt has put every line and control in its place and before it draws them; what is only laid
    // out, once a change.
    Connections {
        target: root.Window.window
        enabled: root.visible && (root.seen || root.anew)
        function onAfterAnimating(): void {
            root.lay();
        }
    }

    PageTurner {
        id: turner
    }

    Item {
        id: viewport
        objectName: "viewport"
        x: -root.ringRoom
        y: -turner.lead
        width: root.width + 2 * root.ringRoom
        height: turner.lead + turner.length
        clip: root.overflows

        Item {
            id: inside
            x: root.ringRoom
            y: turner.lead - turner.start
            width: root.width
            height: Math.max(root.height, childrenRect.height)
            onChildrenRectChanged: root.anew = true
        }
    }

    Item {
        id: foot
        y: turner.length + root.stickyGap
        width: root.width
    }

    Row {
        id: buttons
        y: parent.height - height
        width: parent.width
        spacing: Theme.gapPx
        visible: root.overflows

        BigButton {
            width: (parent.width - Theme.gapPx) / 2
            height: root.slim ? root.slimRow : implicitHeight
            label: root.upLabel
            icon: "up"
            slot: "page.up"
            enabled: turner.at > 0
            opacity: enabled ? 1 : 0 // keeps its place: the other one must not jump under a finger
            Accessible.ignored: !enabled
            onActivated: root.turnByHand(-1)
        }

        BigButton {
            width: (parent.width - Theme.gapPx) / 2
            height: root.slim ? root.slimRow : implicitHeight
            label: root.downLabel
            icon: "down"
            slot: "page.down"
            enabled: turner.at < turner.count - 1
            opacity: enabled ? 1 : 0
            Accessible.ignored: !enabled
            onActivated: root.turnByHand(1)
        }
    }
}
