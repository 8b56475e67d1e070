"""Forms: what kind of text a paste is, what in it is layout, and where texts of its kind have their point.

``naming`` names the form, ``layout`` removes what is not text (cues, headers), ``labels`` finds the parts
before a sentence (speakers, times, numbers), ``asides`` and ``notices`` the sentences that are never shown,
``overruled`` the proposals that were decided otherwise, ``points`` the sentences that count most, ``gate``
what no line may look like. Each of them works on one text and leaves the order of steps to ``reader``.
"""
