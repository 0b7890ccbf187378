import QtQuick
import Kiosk.Models
import Kiosk.Controls

// What most screens are: a body that is turned page by page when it must, and the bar of actions.
Item {
    id: root

    required property Shell shell
    required property PageView view
    property StepView step: shell.nowhere // where in a guide one is, on screens that are part of one
    property bool besides: Theme.landscape // the actions stand in a column at the right, else in rows beneath the body
    property bool spread: false // the body is as broad as the screen: over the actions there are words, beside them nothing
    property bool primaryElsewhere: false // the screen has its main button at a place of its own
    readonly property int leftOfBar: bar.x - body.x - Theme.gapPx // beneath the body, left of the actions
    readonly property int barLeft: bar.x - edge // where the actions begin
    property int asideWidth: 0 // kept at the left of a lying panel: the body is to its right, over the actions
    readonly property Item asidePlace: aside
    readonly property int wholeWidth: width - 2 * edge
    readonly property int edge: Theme.marginPx + inset
    readonly property int pictureWidth: besides && !bar.empty ? bar.x - 2 * edge : wholeWidth // beside the actions
    default property alias content: body.content
    readonly property int bodyHeight: body.height
    property int footHeight: 0 // of what keeps its place beneath the body, whichever of its pages is shown
    readonly property int wholeHeight: besides || bar.empty ? height - 2 * body.y : bar.y - body.y - Math.round(0.28 * Theme.marginPx + 0.4 * inset)
    readonly property int footGap: Math.round(Theme.gapPx / 2)
    readonly property int turnedRow: body.slimRow + Theme.gapPx // the buttons beneath words that are turned over it
    readonly property Item footPlace: foot
    readonly property int bodyWidth: body.width
    readonly property int pageRoom: body.pageRoom
    property alias sticky: body.sticky
    readonly property bool stuck: body.stuck
    readonly property Item stickyPlace: body.stickyPlace
    readonly property Item freePart: bar.free // that free part
    readonly property Item leadPlace: lead
    readonly property string turns: body.seen ? body.turns : "unseen"
    // The first control of a page keeps its distance from the strip's. In larger letters an upright screen needs the height.
    readonly property int verticalMargin: Math.max(Math.round(Theme.marginPx * (Theme.textSize > 2 && !Theme.landscape ? 0.35 : 0.7)), Theme.gapPx - Math.floor((Theme.topPx - Theme.chipPx) / 2) + Theme.bandPx)

    // Room for the frame of a call, which stands between the edge and the body.
    readonly property int inset: shell.calling ? Theme.gapPx : 0
    readonly property int bodyRight: bar.empty || !besides || spread || asideWidth > 0 ? width : bar.x

    // Whether something of what stands there in the body is on the page shown.
    function shows(top: real, height: real): bool {
        return top < body.shownTo && top + height > body.shownFrom;
    }

    anchors.fill: parent
    onTurnsChanged: if (body.seen) root.shell.turnsOffered(root.turns)

    // How far the body reaches into that frame's lower edge: what is drawn there as large as can be ends above it.
    readonly property int underFrame: shell.calling && !besides && !bar.empty ? Math.max(0, body.y + wholeHeight + Math.round(Theme.gapPx / 2) - bell.y - bell.height + bell.border.width) : 0

    BellFrame {
        id: bell
        visible: root.shell.calling
        width: root.bodyRight
        height: root.besides ? parent.height : bar.y
        // The ring around what stands in the body keeps clear of it.
        border.width: Math.min(root.verticalMargin, Theme.marginPx) + root.inset - Math.max(Math.round(Theme.gapPx / 2), 2 * Theme.ringPx + 3)
        bright: root.shell.bellBright
    }

    // Along the edges of the whole screen while something is rehearsed: nothing within is real. In its margins, so that
    // nothing gives way to it.
    Rectangle {
        visible: root.step.framed && !root.shell.calling
        anchors.fill: parent
        z: 1 // over the plane of the actions, in its margin too
        color: "transparent"
        border.width: Math.round(Math.min(root.verticalMargin, Theme.marginPx) / 2)
        border.color: Theme.primary
        Accessible.ignored: true
    }

    StepCaption {
        step: root.step
    }

    // The same part for what a screen reads before its body and has no room for above it.
    Item {
        id: lead
        x: bar.x + Theme.marginPx
        y: bar.free.y
        width: bar.inner
        height: bar.free.height
    }

    ScrollArea {
        id: body
        x: root.edge + (root.asideWidth > 0 ? root.asideWidth + Theme.gapPx : 0)
        y: root.verticalMargin + root.inset
        width: root.bodyRight - x - root.edge
        height: (root.asideWidth > 0 ? bar.y + bar.free.y + bar.free.height - y : root.wholeHeight) - (root.footHeight > 0 ? root.footHeight + root.footGap : 0)
        slim: root.footHeight > 0
        upLabel: root.shell.strip.up
        downLabel: root.shell.strip.down
        seen: root.view.shown
        kept: root.shell.kept
        page: root.view.place
        onTurnedByHand: (fresh, whole) => root.shell.readPage(fresh, whole)
        onMarkChanged: if (body.seen) root.shell.keep(body.page, body.mark)
    }

    Item {
        id: aside
        x: root.edge
        y: Math.round(Theme.gapPx / 4) + root.inset // it needs the height
        width: root.asideWidth
        height: parent.height - 2 * y
    }

    Item {
        id: foot
        x: body.x
        y: body.y + body.height + root.footGap
        width: body.width
        height: root.footHeight
    }

    Connections {
        target: root.shell
        enabled: root.view.shown
        function onTurned(by: int): void {
            body.turn(by);
        }
        function onLitChanged(): void {
            if (root.shell.followsVoice)
                body.followVoice(root.shell.litSlot, root.shell.litStart, root.shell.litEnd);
        }
    }

    HelpBar {
        id: bar
        shell: root.shell
        view: root.view
        besides: root.besides
        primaryElsewhere: root.primaryElsewhere
        width: besides ? Theme.columnPx + 2 * Theme.marginPx : parent.width
        height: besides ? parent.height : implicitHeight
        x: parent.width - width
        y: parent.height - height
        visible: !empty
    }
}
