pragma Singleton
import QtQuick
import Kiosk.Models

// The only source of sizes and colours. Python hands in `values` before the first screen loads;
// the rest reads from it, so that one signal repaints everything. (An Item, for Python meets it: Qt's types
// are made for Python when first met, and QtObject's, which is made anew for QML, takes longest.)
Item {
    property ThemeValues values: ThemeValues {}

    readonly property bool settled: values.settled // no page is just being taken over
    readonly property string fontFamily: values.fontFamily
    readonly property real lineEm: values.lineEm
    readonly property bool landscape: values.landscape
    readonly property bool low: values.low
    readonly property string themeName: values.themeName // whose colours these are: pictures have theirs by a table
    readonly property int textSize: values.textSize
    readonly property bool calm: values.calm // nothing may move: every animation asks it

    readonly property int sayPx: values.sayPx
    readonly property int headingPx: values.headingPx
    readonly property int textPx: values.textPx
    readonly property int labelPx: values.labelPx
    readonly property int primaryLabelPx: values.primaryLabelPx
    readonly property int smallPx: values.smallPx
    readonly property int targetPx: values.targetPx
    readonly property int leastTargetPx: values.leastTargetPx
    readonly property int primaryPx: values.primaryPx
    readonly property int chipPx: values.chipPx
    readonly property int chipLabelPx: values.chipLabelPx
    readonly property int tileLabelPx: values.tileLabelPx
    readonly property int topPx: values.topPx
    readonly property int columnPx: values.columnPx
    readonly property int gapPx: values.gapPx
    readonly property int marginPx: values.marginPx
    readonly property int paddingPx: values.paddingPx
    readonly property int radiusPx: values.radiusPx
    readonly property int cardRadiusPx: values.cardRadiusPx
    readonly property int borderPx: values.borderPx
    readonly property int ringPx: values.ringPx
    readonly property int iconPx: values.iconPx
    readonly property int tileIconPx: values.tileIconPx
    readonly property int faceIconPx: values.faceIconPx
    readonly property int leastSmallPx: values.leastSmallPx
    readonly property int numberPx: values.numberPx
    readonly property int leastCodePx: values.leastCodePx
    readonly property int fairCodePx: values.fairCodePx
    readonly property int leastPicturePx: values.leastPicturePx
    readonly property int answerPicturePx: values.answerPicturePx
    readonly property int pictureInset: Math.round(gapPx / 3) // from the edge of an answer to its picture
    readonly property int snugPx: Math.round(gapPx / 5) // over and under the words of an answer that stands snug
    readonly property int fairPicturePx: values.fairPicturePx
    readonly property int leastAsidePx: values.leastAsidePx
    readonly property int abovePx: values.abovePx
    readonly property int bandPx: values.bandPx

    readonly property int sayLine: values.sayLine
    readonly property int headingLine: values.headingLine
    readonly property int textLine: values.textLine
    readonly property int labelLine: values.labelLine
    readonly property int primaryLabelLine: values.primaryLabelLine
    readonly property int smallLine: values.smallLine

    function samplePx(textSize: int): int {
        return values.samplePx(textSize);
    }

    function ground(name: string): color {
        return values.ground(themeName, name);
    }

    readonly property color paper: values.paper
    readonly property color card: values.card
    readonly property color ink: values.ink
    readonly property color soft: values.soft
    readonly property color edge: values.edge
    readonly property color line: values.line
    readonly property color tint: values.tint
    readonly property color tintInk: values.tintInk
    readonly property color tintPressed: values.tintPressed
    readonly property color tintPressedInk: values.tintPressedInk
    readonly property color primary: values.primary
    readonly property color primaryInk: values.primaryInk
    readonly property color primaryPressed: values.primaryPressed
    readonly property color primaryPressedInk: values.primaryPressedInk
    readonly property color danger: values.danger
    readonly property color dangerTint: values.dangerTint
    readonly property color dangerPressed: values.dangerPressed
    readonly property color dangerPressedInk: values.dangerPressedInk
    readonly property color good: values.good
    readonly property color goodTint: values.goodTint
    readonly property color ring: values.ring
    readonly property color ringInk: values.ringInk
    readonly property color marker: values.marker
    readonly property color markerEdge: values.markerEdge
    readonly property color accent: values.accent
    readonly property color lit: values.lit
    readonly property color litInk: values.litInk
    readonly property color band: values.band
    readonly property color bandInk: values.bandInk
    readonly property color emblem: values.emblem
    readonly property color emblemInk: values.emblemInk
    readonly property color picture: values.picture
    readonly property color welcome: values.welcome
    readonly property color welcomeInk: values.welcomeInk
    readonly property color welcomeHalo: values.welcomeHalo
    readonly property color shade: values.shade
}
