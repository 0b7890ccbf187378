"""What goes home: guides as sheets and slips, as pages for one's own phone, and the message of a day.

Here live `sheets`, `site` and `bulletin`. Comes in: guides that were checked, pictures as the screens draw
them. Goes out: PDF, HTML, pictures. It stands above `ui`, whose pictures it prints; no screen knows it.
"""
