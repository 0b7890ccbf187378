import Kiosk.Controls

// The red key that ends the call; the handset lies down, for who does not see the red.
DialShape {
    glyph: "handset-down"
    ground: Theme.dangerPressed
    ink: Theme.dangerPressedInk
}
