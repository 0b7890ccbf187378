"""From the files of a guide to the guide, or to everything that is wrong with them.

Here live the pack and its parts (`pack`, `pack_*`), what is written in one file alone (`single_file`),
tables of words
(`word_book`), what holds for a time only (`dated`), and where content lies (`content`). Comes in: files of
anybody's. Goes out: a `Flow`, and problems with file and line.
"""
