import QtQuick
import Kiosk.Models

// Where one view's screen stands. It is made with the first page and then kept. A page that its view holds out of
// sight is laid out all the while, clear and beside the glass: to show it, nothing of it has to change but that.
Loader {
    id: root

    required property PageView view
    default property alias screen: root.sourceComponent

    // Where a screen reader comes to listen in the middle: it asks what is clear of this item alone, and what is
    // beside the glass of all within it.
    Accessible.role: Accessible.Pane
    width: parent.width
    height: parent.height
    x: view.shown ? 0 : 2 * width
    active: view.made
    visible: view.shown || view.held
    enabled: view.shown
    opacity: view.shown ? 1 : 0
}
