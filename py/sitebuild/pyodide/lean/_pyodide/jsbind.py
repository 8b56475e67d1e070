"""Has the two names that Pyodide's C code looks up, for typed calls of JavaScript, which do not occur."""

no_default = default_signature = None
