"""Opening a package: whatever real producers write is read, whatever is hostile is refused."""

import io
import struct
import zipfile

import pytest

from checkers import limits
from checkers.document import Unreadable
from checkers.word import read_word


def rule_for(data):
    with pytest.raises(Unreadable) as caught:
        read_word(data)
    return caught.value.rule


def says(data):
    return [block.text for block in read_word(data).blocks]


def test_a_file_is_read_whose_thumbnail_and_other_targets_are_missing(w):
    parts = w.parts(w.p("一、指导思想"))
    parts["_rels/.rels"] = w.links(
        w.link("rId2", "metadata/thumbnail", "docProps/thumbnail.jpeg")
        + w.link("rId1", "officeDocument", "word/document.xml"))
    parts["word/_rels/document.xml.rels"] = w.links(
        w.link("rId1", "styles", "NULL") + w.link("rId2", "header", "../NULL"))
    reading = read_word(w.zip(parts))
    assert reading.blocks[0].text == "一、指导思想"
    assert reading.skipped == ()


def test_the_document_part_is_found_by_its_relationship(w):
    parts = w.parts(w.p("正文在别处"))
    parts["docs/main.xml"] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = w.links(w.link("a", "officeDocument", "/docs/main.xml"))
    assert says(w.zip(parts)) == ["正文在别处"]


@pytest.mark.parametrize("rels", [None, "not xml", "<Relationships/>"])
def test_without_usable_relationships_the_usual_name_is_tried(w, rels):
    parts = w.parts(w.p("照样读到"))
    del parts["_rels/.rels"]
    if rels is not None:
        parts["_rels/.rels"] = rels
    assert says(w.zip(parts)) == ["照样读到"]


def test_names_may_differ_in_case_and_slashes(w):
    parts = w.parts(w.p("写法不同"))
    parts["Word\\Document.xml"] = parts.pop("word/document.xml")
    assert says(w.zip(parts)) == ["写法不同"]


def test_a_strict_file_reads_like_any_other(w):
    parts = w.parts(w.p("一、指导思想", '<w:pStyle w:val="a"/><w:jc w:val="end"/>'),
                    styles=w.style("a", "heading 1", '<w:rPr><w:sz w:val="16pt"/></w:rPr>'))
    for name, content in parts.items():
        parts[name] = content.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/",
            "http://purl.oclc.org/ooxml/wordprocessingml/").replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/",
            "http://purl.oclc.org/ooxml/officeDocument/")
    paragraph = read_word(w.zip(parts)).blocks[0]
    assert (paragraph.text, paragraph.outline, paragraph.look.size, paragraph.look.right) \
        == ("一、指导思想", 1, 16.0, True)


def test_xml_in_utf_16_is_read(w):
    parts = w.parts(w.p("十六位"))
    parts["word/document.xml"] = parts["word/document.xml"].encode("utf-16")
    assert says(w.zip(parts)) == ["十六位"]


def test_bytes_before_and_after_the_zip_do_no_harm(w):
    assert says(b"junk" * 10 + w.file(w.p("前后有别的字节"))) == ["前后有别的字节"]


def test_a_part_that_stands_twice_with_the_same_content_is_read(w):
    parts = w.parts(w.p("两份一样"))
    assert says(twice(w, parts, parts["word/document.xml"])) == ["两份一样"]


def test_two_parts_of_one_name_with_different_content_are_damage(w):
    parts = w.parts(w.p("一份"))
    other = w.parts(w.p("另一份"))["word/document.xml"]
    assert rule_for(twice(w, parts, other)) == "F003"


def twice(w, parts, other):
    data = io.BytesIO(w.zip(parts))
    with zipfile.ZipFile(data, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr("word/document.xml", other)
    return data.getvalue()


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"hello", b"PK\x05\x06" + b"\0" * 18],
                         ids=["nothing", "cut", "text", "empty zip"])
def test_what_is_no_package_is_damaged(data):
    assert rule_for(data) == "F003"


def test_a_zip_without_a_document_part_is_damaged(w):
    assert rule_for(w.zip({"note.txt": "hello"})) == "F003"


def test_a_main_part_of_another_office_program_is_no_document(w):
    parts = w.parts()
    parts["word/document.xml"] = "<workbook/>"
    assert rule_for(w.zip(parts)) == "F003"


def test_xml_that_breaks_off_is_damage(w):
    parts = w.parts(w.p("断"))
    parts["word/document.xml"] = parts["word/document.xml"][:-20]
    assert rule_for(w.zip(parts)) == "F003"


def test_bytes_cut_off_the_end_are_damage(w):
    assert rule_for(w.file(w.p("断"))[:-60]) == "F003"


def test_a_damaged_side_part_is_skipped_and_named(w):
    parts = w.parts(w.p("正文"), numbering="")
    parts["word/numbering.xml"] = "<w:numbering"
    reading = read_word(w.zip(parts))
    assert [block.text for block in reading.blocks] == ["正文"]
    assert reading.skipped == ("word/numbering.xml",)


def test_an_embedded_document_that_is_not_read_is_named(w):
    parts = w.parts(w.p("前") + '<w:altChunk r:id="c1"/>')
    parts["word/_rels/document.xml.rels"] = w.links(w.link("c1", "aFChunk", "afchunk.mht"))
    assert read_word(w.zip(parts)).skipped == ("word/afchunk.mht",)


def test_a_doctype_is_refused_before_its_entities_mean_anything(w):
    parts = w.parts(w.p("甲&e;乙".replace("&", "\0")))
    parts["word/document.xml"] = '<!DOCTYPE d [<!ENTITY e "丙">]>' + \
        parts["word/document.xml"].replace("\0", "&")
    assert rule_for(w.zip(parts)) == "F003"


def test_an_entity_bomb_is_refused(w):
    bomb = '<!DOCTYPE d [<!ENTITY a0 "zzzzzzzzzz">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)) + "]>"
    parts = w.parts(w.p("炸"))
    parts["word/document.xml"] = bomb + parts["word/document.xml"].replace("炸", "&a9;")
    assert rule_for(w.zip(parts)) in ("F003", "F005")


def test_encrypted_members_ask_for_a_password(w):
    data = bytearray(w.file(w.p("密")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(signature, at + 1)) >= 0:
            data[at + offset] |= 1
    assert rule_for(bytes(data)) == "F002"


def test_a_compression_that_office_never_writes_is_refused(w):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as package:
        for name, content in w.parts(w.p("压")).items():
            package.writestr(name, content)
    assert rule_for(out.getvalue()) == "F003"


def test_a_part_that_says_it_is_too_large_is_not_unpacked(w):
    parts = w.parts(w.p("大"))
    parts["word/document.xml"] = b"<" + b" " * limits.XML_BYTES
    assert rule_for(w.zip(parts)) == "F005"


def test_all_parts_together_have_a_limit_too(w, monkeypatch):
    monkeypatch.setattr(limits, "ALL_XML_BYTES", 3_000)
    assert rule_for(w.file(w.p("多" * 900), styles="")) == "F005"


def test_a_header_that_lies_about_the_size_is_found_out(w):
    parts = w.parts(w.p("真" * 100_000))
    size = len(parts["word/document.xml"].encode())
    data = w.zip(parts)
    assert data.count(struct.pack("<I", size)) == 2
    assert rule_for(data.replace(struct.pack("<I", size), struct.pack("<I", 500))) == "F003"


def test_too_many_members_are_not_even_listed(w):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for number in range(limits.ZIP_MEMBERS + 1):
            package.writestr(str(number), "")
    assert rule_for(out.getvalue()) == "F005"


def test_a_file_over_the_limit_of_bytes_is_refused(w, monkeypatch):
    monkeypatch.setattr(limits, "FILE_BYTES", 100)
    assert rule_for(w.file(w.p("大"))) == "F005"


def test_xml_nested_beyond_measure_is_over_a_limit(w):
    depth = 100_000
    body = "<w:sdt><w:sdtContent>" * depth + w.p("深") + "</w:sdtContent></w:sdt>" * depth
    assert rule_for(w.file(body)) == "F005"


def test_xml_nested_as_deep_as_the_limit_is_read(w):
    depth = (limits.XML_DEPTH - 6) // 2
    body = "<w:sdt><w:sdtContent>" * depth + w.p("深") + "</w:sdtContent></w:sdt>" * depth
    assert w.texts(body) == ["深"]


def test_tables_nested_as_deep_as_the_limit_are_read(w):
    depth = (limits.XML_DEPTH - 6) // 3
    body = "<w:tbl><w:tr><w:tc>" * depth + w.p("深") + "</w:tc></w:tr></w:tbl>" * depth
    assert "深" in w.read(body).blocks[0].rows[0][0].text


@pytest.mark.parametrize("text", ["长" * (limits.PARAGRAPH_CHARS + 1), "x" * 10_100_000],
                         ids=["too long for us", "too long for the parser"])
def test_a_paragraph_of_millions_of_characters_is_over_a_limit(w, text):
    assert rule_for(w.file(w.p(text))) == "F005"


def test_more_tags_than_memory_is_good_for_are_refused(w, monkeypatch):
    monkeypatch.setattr("checkers.word.package.XML_MARKS", 100)
    assert rule_for(w.file(w.p() * 101)) == "F005"
