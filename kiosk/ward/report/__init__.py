"""The ward's report: built once as a model (`model`, `build`), then written as JSON, HTML, XLSX or PDF.

No format counts anything: each writes the numbers and the words of the model, so none says another number.
"""
