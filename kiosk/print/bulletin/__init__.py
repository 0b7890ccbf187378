"""The message of a day for the residential groups: a picture and a sound, from guides and roster."""
