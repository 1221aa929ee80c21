"""A Word template and values → a Word file in which nothing is lost and nothing is left open."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from plans.errors import UserError

ROW = ("<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='3000'/></w:tblGrid>{}</w:tbl><w:p/>")
CELL = "<w:tr><w:tc><w:tcPr/><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
ODD = "{{ 学校 }}、{% if %}、A&B、5<6、>、\"引\"、😀𠮷"


def test_values_come_out_as_typed_in_text_table_and_header(template, render):
    made, missing = render(template("{{ x }}", body=ROW.format(CELL.format("{{ x }}")),
                                    header="{{ x }}"), x=ODD)
    assert made.text().split("\n") == [ODD, ODD, ""]
    assert made.text("word/header-default.xml") == made.text("word/header-even.xml") == ODD
    assert missing == ()


def test_a_control_character_is_left_out(template, render):
    made, _ = render(template("{{ x }}"), x="甲\x07\x0b\x00\ufffe\ud800乙")
    assert made.text() == "甲乙"


def test_a_line_end_in_a_value_is_a_line_break(template, render):
    made, _ = render(template("{{ x }}"), x="甲\r\n乙\t丙")
    paragraph = docx.Document(io.BytesIO(made.content)).paragraphs[0]
    assert paragraph.text == "甲\n乙\t丙"


@pytest.mark.parametrize("key", ["items", "keys", "values", "get", "copy", "pop", "update"])
def test_a_key_named_like_a_method_of_dict_is_read(template, render, key):
    made, missing = render(template(f"{{{{ plan.{key} }}}}"), plan={key: "值"})
    assert made.text() == "值"
    assert missing == ()


def test_a_method_is_not_printed_where_the_key_is_not_there(template, render):
    made, missing = render(template("{{ plan.items }}"), plan={})
    assert made.text() == ""
    assert [one.name for one in missing] == ["plan.items"]


def test_the_same_input_gives_the_same_bytes(template, render):
    source = template("{{ x }}")
    assert render(source, x="甲")[0].content == render(source, x="甲")[0].content


def test_a_second_document_does_not_hold_the_values_of_the_first(template, render):
    source = template("{{ x }}{{ y }}")
    render(source, x="甲", y="乙")
    made, missing = render(source, x="丙")
    assert made.text() == "丙"
    assert [one.name for one in missing] == ["y"]


def test_the_properties_are_those_of_the_document(template, render):
    made, _ = render(template("文字"))
    core = docx.Document(io.BytesIO(made.content)).core_properties
    assert core.title == "标题"
    assert core.author == core.last_modified_by == "江城实验学校"
    assert core.created is not None
    assert core.created.isoformat()[:10] == "2026-03-01"
    assert core.revision == 1


def test_parts_that_hold_no_tags_are_copied_unchanged(template, render):
    made, _ = render(template("文字", parts={"word/media/a.bin": "x" * 5000}))
    assert made.files["word/media/a.bin"] == b"x" * 5000
    assert zipfile.ZipFile(io.BytesIO(made.content)).testzip() is None


# what is missing is said, with its place

def test_a_default_and_a_question_are_no_complaint(template, render):
    made, missing = render(template("{{ x|default('无') }}{{ y|default('无') }}"
                                    "{% if x is defined %}有{% endif %}{% if y %}有{% endif %}"),
                           y=None)
    assert made.text() == "无无"
    assert missing == ()


def test_a_missing_name_is_reported_with_its_paragraph(template, render):
    _, missing = render(template("甲", "负责人：{{ 负责人 }}", "乙"))
    assert [(one.name, one.part, one.quote) for one in missing] == [
        ("负责人", "text", "负责人：{{ 负责人 }}")]


def test_a_value_left_blank_is_reported_when_it_is_printed(template, render):
    _, missing = render(template("{{ 备注 }}"), 备注=None)
    assert [one.name for one in missing] == ["备注"]


@pytest.mark.parametrize("tag", ["{{ m.typo }}", "{{ m.a.b.typo }}", "{{ m['typo'] }}",
                                 "{{ m.typo|upper }}", "{{ m.typo ~ '人' }}", "{{ m.typo + 1 }}",
                                 "{% if m.typo %}{% endif %}", "{% if m.typo > 3 %}{% endif %}",
                                 "{% if m.typo == '甲' %}{% endif %}",
                                 "{% for one in m.typo %}{% endfor %}", "{{ m.typo() }}"])
def test_a_mistyped_name_is_found_wherever_it_stands(template, render, tag):
    _, missing = render(template(tag), m={"a": {}})
    assert missing[0].name.startswith("m")
    assert "typo" in missing[0].name


def test_all_missing_names_are_found_in_one_run(template, render):
    footnotes = ('<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/'
                 'main"><w:footnote w:id="1"><w:p><w:r><w:t>{{ d }}</w:t></w:r></w:p>'
                 "</w:footnote></w:footnotes>")
    source = template("{{ a }}", body=ROW.format(CELL.format("{{ b }}")), header="{{ c }}")
    with zipfile.ZipFile(io.BytesIO(source)) as archive:
        types = archive.read("[Content_Types].xml").decode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    types = types.replace("</Types>", f'<Override PartName="/word/footnotes.xml" '
                                      f'ContentType="{kind}"/></Types>')
    source = template("{{ a }}", body=ROW.format(CELL.format("{{ b }}")), header="{{ c }}",
                      parts={"word/footnotes.xml": footnotes, "[Content_Types].xml": types})
    _, missing = render(source)
    assert {(one.name, one.part) for one in missing} == {
        ("a", "text"), ("b", "text"), ("c", "header"), ("d", "footnotes")}


# rows, cells, columns

def test_an_empty_list_leaves_no_cell_without_a_paragraph(template, render):
    body = ROW.format("<w:tr><w:tc><w:tcPr/>" + "".join(
        f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
        for text in ("{%p for x in xs %}", "{{ x }}", "{%p endfor %}")) + "</w:tc></w:tr>")
    made, _ = render(template(body=body), xs=[])
    cells = docx.Document(io.BytesIO(made.content)).tables[0]._cells
    assert [len(cell.paragraphs) for cell in cells] == [1]


def test_a_table_whose_rows_are_all_gone_goes_too(template, render):
    rows = "".join(map(CELL.format, ("{%tr for x in xs %}", "{{ x }}", "{%tr endfor %}")))
    made, _ = render(template("甲", body=ROW.format(rows)), xs=[])
    assert docx.Document(io.BytesIO(made.content)).tables == []


def test_a_row_is_repeated_for_each_value(template, render):
    rows = "".join(map(CELL.format, ("{%tr for x in xs %}", "{{ x }}", "{%tr endfor %}")))
    made, _ = render(template(body=ROW.format(rows)), xs=["甲", "乙"])
    assert made.rows() == [["甲"], ["乙"]]


def test_a_tag_that_word_has_cut_over_runs_still_works(template, render):
    body = "<w:p>" + "".join(f"<w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r>"
                             for text in ("{", "{ 学", "校 }", "}好")) + "</w:p>"
    assert render(template(body=body), 学校="青山")[0].text() == "青山好"


def test_quotes_that_word_has_curled_within_a_tag_still_work(template, render):
    made, _ = render(template("{{ x|default(‘无’) }}"))
    assert made.text() == "无"


# templates that cannot work are refused, with the paragraph and how to mend it

@pytest.mark.parametrize(("paragraph", "what"), [
    ("{{ 学校", "opened and not closed"),
    ("{{ 学校 }", "opened and not closed"),
    ("｛｛ 学校 ｝｝", "full-width brackets"),
    ("{{ 学校|upper（） }}", "cannot be understood"),
    ("{% for x in xs %}没有结尾", "cannot be understood"),
    ("{{ 学校|没有的 }}", "cannot be understood"),
    ("{{ 1 / 0 }}", "cannot be understood"),
    ("{%p if 学校 %}同一段的字", "would be lost"),
    ("{%tr for x in xs %}", "outside a table"),
])
def test_a_broken_tag_is_reported_with_its_paragraph(template, render, paragraph, what):
    with pytest.raises(UserError) as caught:
        render(template("甲", paragraph, "乙"), 学校="青山", xs=[])
    fault = caught.value.faults[0]
    assert what in fault.what
    assert paragraph[:6] in fault.what
    assert fault.place.file == "plan.docx"
    assert fault.mend


def test_all_broken_tags_are_reported_in_one_run(template, render):
    with pytest.raises(UserError) as caught:
        render(template("{{ a", "｛｛ b ｝｝", header="{{ c"))
    assert len(caught.value.faults) == 3    # a header on odd and on even pages is told once


@pytest.mark.parametrize("tag", ["{{ ''.__class__.__mro__ }}", "{{ x.__init__.__globals__ }}",
                                 "{{ x|attr('__class__') }}", "{{ '{0.__class__}'.format(x) }}",
                                 "{{ [].append(1) }}", "{% if x.__class__ %}{% endif %}"])
def test_a_template_cannot_reach_into_python(template, render, tag):
    with pytest.raises(UserError) as caught:
        render(template(tag), x="甲")
    assert "may not do this" in caught.value.faults[0].what


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04broken"])
def test_a_template_that_is_no_word_file_is_refused(render, content):
    with pytest.raises(UserError, match="not a Word file"):
        render(content)
