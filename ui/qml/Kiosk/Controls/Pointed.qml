pragma Singleton
import QtQuick

// Where the pointer of keys and switches stands: the slot of one item of the screen, or nothing.
QtObject {
    property string slot: ""
}
