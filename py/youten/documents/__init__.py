"""Documents: a file's bytes to its title and prose, shared by the command line, batch, inject and plugins.

Encodings, front matter, Markdown and HTML. Leaves text that was pasted, whose form nobody declares, to
``reading``, and writing to ``inject``.
"""
