"""One resident going through one guide: the edges taken, and everything that follows from them.

The state is only `(flow content hash, edges)`. The route, the current step, the progress and Back are
recomputed from it each time, so that they cannot drift apart, also after a power cut.
"""
