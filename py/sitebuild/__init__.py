"""The steps of the build: each turns files into files and does not depend on the internals of another.

``build.py`` lists them in order. Everything here runs at build time only; the page never loads it. Only the
standard library is imported, so that the build can start on a bare Python.
"""
