"""Small true pictures, written byte by byte: PNG by zlib, baseline JPEG by hand.

They open in every browser and differ by their number, so that no two articles share one by accident.
It refuses to be a picture library: grey blocks and colour ramps are all it draws.
"""

from __future__ import annotations

import struct
import zlib

__all__ = ["jpeg", "png"]


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(number: int, width: int = 32, height: int = 20) -> bytes:
    """An RGB picture of a colour ramp that depends on ``number``."""
    red, green, blue = number * 37 % 256, number * 91 % 256, number * 53 % 256
    rows = bytearray()
    for y in range(height):
        rows.append(0)
        rows += bytes((red, (green + y * 5) % 256, blue)) * width
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    text = b"Comment\0" + str(number).encode()
    parts = (
        _chunk(b"IHDR", header),
        _chunk(b"tEXt", text),
        _chunk(b"IDAT", zlib.compress(bytes(rows), 6)),
        _chunk(b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def jpeg(number: int, across: int = 6, down: int = 4) -> bytes:
    """A grey mosaic of 8x8 blocks, coded with DC terms alone, and the number in its comment."""
    bits: list[str] = []
    last = 0
    for block in range(across * down):
        level = (number * 29 + block * 47) % 200 - 100
        step = level - last
        last = level
        size = abs(step).bit_length()
        bits.append(format(size, "04b"))  # nine codes of four bits: category n is code n
        if size:
            bits.append(format(step if step > 0 else step + (1 << size) - 1, f"0{size}b"))
        bits.append("0")  # end of block, the only AC code
    stream = "".join(bits)
    stream += "1" * (-len(stream) % 8)
    scan = int(stream, 2).to_bytes(len(stream) // 8, "big").replace(b"\xff", b"\xff\x00")
    comment = str(number).encode()
    return b"".join((
        b"\xff\xd8",
        b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00",
        b"\xff\xfe" + struct.pack(">H", len(comment) + 2) + comment,
        b"\xff\xdb\x00\x43\x00" + bytes([8] * 64),
        b"\xff\xc0\x00\x0b\x08" + struct.pack(">HH", down * 8, across * 8) + b"\x01\x01\x11\x00",
        b"\xff\xc4" + struct.pack(">H", 19 + 9) + b"\x00" + bytes([0, 0, 0, 9] + [0] * 12) + bytes(range(9)),
        b"\xff\xc4" + struct.pack(">H", 19 + 1) + b"\x10" + bytes([1] + [0] * 15) + b"\x00",
        b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" + scan + b"\xff\xd9",
    ))  # fmt: skip
