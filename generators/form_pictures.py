"""Pictures within a drawn form: their files in the package, and the XML that shows them."""

from __future__ import annotations

from dataclasses import dataclass, field

from generators.form_text import attribute
from plans.pictures import Picture

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_EMU = 635                      # to a twip
_SUFFIX = "png"                 # of what says nothing of itself


@dataclass
class Pictures:
    """The pictures of one form; `files` are their bytes by the names of their parts."""

    files: dict[str, bytes] = field(default_factory=dict)
    drawn: int = 0

    def drawing(self, picture: Picture, name: str, room: tuple[int, int]) -> str:
        """A run that shows `picture`, called `name`, as large as `room` (twips) lets it be."""
        wide, high = (side * _EMU for side in _fitted(picture.size, room))
        self.drawn += 1
        number, label = self.drawn, attribute(name)
        frame = f'<a:ext cx="{wide}" cy="{high}"/>'
        return (
            '<w:r><w:rPr><w:noProof/></w:rPr><w:drawing>'
            f'<wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{wide}" cy="{high}"/><wp:docPr id="{number}" name={label} '
            f'descr={label}/><wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_A}" '
            'noChangeAspect="1"/></wp:cNvGraphicFramePr>'
            f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PIC}"><pic:pic xmlns:pic="{_PIC}">'
            f'<pic:nvPicPr><pic:cNvPr id="{number}" name={label}/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{self._embedded(picture)}"/><a:stretch><a:fillRect/>'
            f'</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>{frame}</a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>")

    def _embedded(self, picture: Picture) -> str:
        """The id of the relationship to the file of `picture`; one file for equal pictures."""
        for name, data in self.files.items():
            if data == picture.data:
                return identity(name)
        name = f"word/media/image{len(self.files) + 1}.{picture.suffix or _SUFFIX}"
        self.files[name] = picture.data
        return identity(name)


def identity(part: str) -> str:
    """The id of the relationship to a part: image1 for word/media/image1.png."""
    return part.rpartition("/")[2].partition(".")[0]


def _fitted(size: tuple[int, int], room: tuple[int, int]) -> tuple[int, int]:
    """The largest width and height within `room` that have the shape of `size`."""
    if not all(size):
        return room
    scale = min(room[0] / size[0], room[1] / size[1])
    return max(1, int(size[0] * scale)), max(1, int(size[1] * scale))
