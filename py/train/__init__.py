"""Training, run by hand: annotated data -> small weight files for ``youten``, reproducible byte for byte.

Nothing here is shipped. The data is a folder given as an argument; it is not in this repository.
"""
