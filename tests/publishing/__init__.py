"""Sites made by a script, to write boxes into: ``posts`` makes them, ``examine`` says what came out."""
