"""Many articles at once: from files or a stream, on every core, so that a killed run can go on."""
