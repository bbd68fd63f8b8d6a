"""The paper, published again: a site to read (``site``), what it is drawn with (``render``), the weekly letter.

This room reads ``archive`` and ``search`` and writes only outside ``archive/``:
whatever it makes can be thrown away and made again.
"""
