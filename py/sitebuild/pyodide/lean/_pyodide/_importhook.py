"""Registers nothing: Python cannot import JavaScript objects, and no package can be installed."""


def ignore(*_arguments):
    """Do nothing."""


register_js_finder = register_windows_finder = ignore
register_js_module = unregister_js_module = ignore
register_module_not_found_hook = add_note_to_module_not_found_error = ignore
