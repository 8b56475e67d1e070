"""Batch: many articles in, one summary each, in the order of the input.

``inputs`` finds the files, ``records`` reads them, ``answers`` summarises one record, ``processes`` and
``dask`` spread the work, ``resumable`` and ``stream`` take the answers; ``spark`` is independent.
"""
