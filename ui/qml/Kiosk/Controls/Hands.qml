pragma Singleton
import QtQuick
import Kiosk.Models

// One gate for the whole window: a second tap that lands on the *next* screen's button is ignored too.
Item {
    property PressGate gate: PressGate {}
}
