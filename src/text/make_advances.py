#!/usr/bin/env python3
"""Writes src/text/advances.inc: how wide each character of Liberation Sans is.

Liberation Sans has the advance widths of Arial and Helvetica, so a text measured by them
fits in all three. Run it again only to cover more characters:
    apt-get install python3-fonttools fonts-liberation
    /usr/bin/python3 src/text/make_advances.py > src/text/advances.inc
"""
from fontTools.ttLib import TTFont

FOLDER = "/usr/share/fonts/truetype/liberation/"
RANGES = [(0x20, 0x7E), (0xA0, 0x24F), (0x2B0, 0x2FF), (0x370, 0x3FF), (0x400, 0x52F),
          (0x1E00, 0x1EFF), (0x2010, 0x2046), (0x2070, 0x209C), (0x20A0, 0x20BF),
          (0x2116, 0x2122), (0x2190, 0x2195), (0x2200, 0x2265), (0xFB01, 0xFB02)]

faces = [TTFont(FOLDER + "LiberationSans-%s.ttf" % face) for face in ("Regular", "Bold")]
print("/* Written by make_advances.py: advance widths of Liberation Sans, 2048 to the em.\n"
      " * ADVANCES(first code point, last, widths); 0 where the face has no such character. */")
for weight, face in zip(("regular", "bold"), faces):
    cmap, widths = face.getBestCmap(), face["hmtx"].metrics
    assert face["head"].unitsPerEm == 2048
    for first, last in RANGES:
        row = [widths[cmap[c]][0] if c in cmap else 0 for c in range(first, last + 1)]
        print("ADVANCES(%s, 0x%04x, 0x%04x," % (weight, first, last))
        for i in range(0, len(row), 15):
            print("\t" + ", ".join(map(str, row[i:i + 15])) + ("," if i + 15 < len(row) else ")"))
