import QtQuick
import Kiosk.Controls

// A screen's title; its words light up like any other's.
Spoken {
    slot: "heading"
    pixels: Theme.headingPx
    bold: true
    Accessible.role: Accessible.Heading
}
