"""What zipfile and zlib raise on bytes that are not what they claim to be."""

from __future__ import annotations

import struct
import zipfile
import zlib

ZIP_DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError,
              LookupError, ArithmeticError, NotImplementedError, RuntimeError)
