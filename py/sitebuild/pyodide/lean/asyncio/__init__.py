"""Pyodide's C code keeps a reference to this module for promises, which do not occur."""
