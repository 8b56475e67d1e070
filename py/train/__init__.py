"""Training, by hand: annotated data in, small weight files of ``youten`` out, the same bytes each time.

Nothing here is shipped. The data are a folder that is given as an argument; they are not in this repository.
"""
