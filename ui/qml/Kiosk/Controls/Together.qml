import QtQuick

// A few lines that belong together: no page ends in the middle of them if all of them have room on one.
Item {}
