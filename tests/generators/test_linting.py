"""Each trap of a Word template is named with its place; a template without one stays quiet."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_BREAK

from generators.linting import lint_template
from plans.errors import UserError
from plans.house import TEMPLATES, House
from plans.kinds import Field, Section

HOUSE = House()
BUILT_IN = [kind for kind in HOUSE.kinds if kind.word]
COLUMN = ("<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl><w:p/>")


def table(*rows: tuple[str, ...]) -> str:
    """A table; a line end within a cell begins a paragraph."""
    def cell(text: str) -> str:
        return "<w:tc><w:tcPr><w:tcW w:w='3000'/></w:tcPr>" + "".join(
            f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.split("\n")) + "</w:tc>"
    return COLUMN.format(grid="<w:gridCol w:w='3000'/>" * len(rows[0]), rows="".join(
        f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows))


@pytest.fixture
def lint(template, kind):
    """What is found in a template of these paragraphs: level, place, what, mend."""
    def run(*paragraphs, of=None, **parts):
        linted = lint_template(template(*paragraphs, **parts), of or kind(file_name="", fields=(
            Field("school", "学校", "text", True), Field("note", "备注", "text"),
            Field("rows", "获奖", "table", columns=(Field("prize", "奖项", "text"),)))))
        return [(one.level, str(one.spot or ""), one.what, one.mend) for one in linted.findings
                if "printed nowhere" not in one.what]
    return run


# What is in order is left alone.

@pytest.mark.parametrize("kind", BUILT_IN, ids=lambda kind: kind.id)
def test_the_template_of_a_built_in_kind_is_in_order(kind):
    assert lint_template(kind.word.read_bytes(), kind).findings == ()


@pytest.mark.parametrize("path", sorted((TEMPLATES / "_shared").glob("*.docx")),
                         ids=lambda path: path.name)
def test_a_shared_template_is_in_order_without_a_kind(path: Path):
    linted = lint_template(path.read_bytes(), None)
    assert linted.findings == ()


@pytest.mark.parametrize("text", [
    "{{ 学校 }}{{ school }}{{ 标题 }}{{ title }}", "{{ 备注|default('无') }}",
    "{{ 备注 | default(‘无’) }}", "{% if 备注 %}有{% else %}无{% endif %}",
    "{% for m in 成员 %}{{ loop.index }}{{ m.姓名 }}{% endfor %}",
    "{% for m in members %}{% for t in 各月 %}{{ t.任务[0].责任人 }}{% endfor %}{% endfor %}",
    "{% set x = 成员|first %}{{ x.姓名 }}", "{{ 成员|map(attribute='姓名')|join('、') }}",
    "{% if 旧名 is defined and 学校 %}{{ 旧名 }}{% endif %}", "{{ 成员|length }}{# 说明 #}",
    "{% for r in 获奖 %}{{ r.奖项 }}{{ r.prize }}{% endfor %}", "{% raw %}{{ x }}{% endraw %}",
    "{% macro 行(m) %}{{ m.职责 }}{% endmacro %}{% for m in 成员 %}{{ 行(m) }}{% endfor %}",
    "{{ 署名.单位 }}{% right 署名.单位右空 %}", "{{- 学校 -}}"])
def test_a_tag_that_works_is_left_alone(lint, text):
    assert lint(text) == []


def test_a_loop_over_rows_is_left_alone(lint):
    assert lint(body=table(("{%tr for m in 成员 %}", ""), ("{{ m.姓名 }}{% vm %}", "{{ m.职责 }}"),
                           ("{%tr endfor %}", ""))) == []


def test_a_macro_that_calls_itself_ends(lint):
    assert lint("{%p macro 层(x) %}", "{{p 层([x]) }}", "{%p endmacro %}", "{{p 层(内容) }}") == []


@pytest.mark.parametrize("key", ["items", "keys", "values", "get", "copy", "pop", "update"])
def test_a_field_named_like_a_method_of_a_mapping_is_left_alone(lint, kind, key):
    of = kind(file_name="", fields=(Field("rows", "表", "table", columns=(Field(key, "列", "text"),)),))
    assert lint(f"{{% for r in 表 %}}{{{{ r.{key} }}}}{{% endfor %}}", of=of) == []


# Each trap is named where it stands.

@pytest.mark.parametrize(("text", "what", "mend"), [
    ("{{ 学校", "opened and not closed", "both ends"),
    ("｛｛ 学校 ｝｝", "full-width brackets", "English keyboard"),
    ("{{ 学校|upper（） }}", "the sign （ is full-width", "English keyboard"),
    ("{% if 学校 ＝＝ 1 %}{% endif %}", "the sign ＝ is full-width", "English keyboard"),
    ("{%p if 学校 %}同段的字{%p endif %}", "text beside {%p if 学校 %} would be lost", "of its own"),
    ("{%tr for x in 成员 %}", "stands outside a table", "table row"),
    ("{% for x in 成员 %}", "{% for x in 成员 %} is not closed", "{% endfor %}"),
    ("{% if 学校 %}{% for x in 成员 %}{% endif %}", "{% for x in 成员 %} is not closed", "{% endfor %}"),
    ("{% endif %}", "{% endif %} closes nothing", "{% if … %}"),
    ("{% else %}", "{% else %} stands outside its block", "{% if … %}"),
    ("{% endfro %}", "there is no tag endfro", "endfor"),
    ("{% p if 学校 %}", "there is no tag p", "{%p together"),
    ("{{ }}", "it is empty", "such as"),
    ("{{ 学 校 }}", "“校” was not expected", "such as"),
    ("{{ 学校 ~ }}", "something is missing at its end", "such as"),
    ("{{ 学校|defualt('无') }}", "there is no filter defualt", "default"),
    ("{% if 学校 is evenn %}{% endif %}", "there is no question “is evenn”", "{% if"),
    ("{{ 学校名 }}", "the name 学校名 is not known", "学校"),
    ("{{ 電話 }}", "the name 電話 is not known", "kind.yaml"),
    ("{% for m in 成员 %}{{ m.姓明 }}{% endfor %}", "the name m.姓明 is not known", "姓名"),
    ("{% for m in 各月 %}{{ m.任务x }}{% endfor %}", "the name m.任务x is not known", "任务"),
    ("{% for m in 成员 %}{{ m.电话 }}{% endfor %}", "the name m.电话 is not known", "姓名、职责、单位"),
    ("{% for r in 获奖 %}{{ r.奖励 }}{% endfor %}", "the name r.奖励 is not known", "奖项"),
    ("{% for m in 成员 %}{{ loop.idnex }}{% endfor %}", "loop.idnex is not known", "index"),
    ("{% right 署名.右 %}", "the name 署名.右 is not known", "单位右空"),
    ("{{ loop.index }}", "within a loop only", "{% for"),
    ("{{ 成员 }}", "成员 is a list, not a text", "for one in 成员"),
    ("{{ 成员.姓名 }}", "成员 is a list, and each of it has its own 姓名", "{{ one.姓名 }}"),
    ("{{ 署名 }}", "署名 has parts", "署名."),
    ("{{ 学校.名称 }}", "学校 is a text and has no parts", "{{ 学校 }}"),
    ("{% for x in 学校 %}{% endfor %}", "letter by letter", "{{ 学校 }}"),
    ("{{ 学校.__class__ }}", "a template may not use 学校.__class__", "barred"),
    ("{{ x.__init__ }}", "a template may not use x.__init__", "barred"),
    ("{{ 学校|attr('__class__') }}", "a template may not use |attr", "barred"),
    ("{{ 成员.append(1) }}", "a template may not use 成员.append", "barred"),
    ("{% include 'other.docx' %}", "a template may not do this", "in the template itself"),
    ("{{ 学校|safe }}", "|safe lets & and <", "take |safe away"),
    ("{{r 学校 }}", "the text of {{r 学校 }} would be lost", "{{ 学校 }}"),
    ("{{p 学校 }}", "the text of {{p 学校 }} would be lost", "{{ 学校 }}"),
    ("{% vm %}", "stands outside a loop", "{%tr for"),
    ("{%col if 学校 %}", "outside the first row of a table", "heading of a column"),
])
def test_a_trap_is_named_with_its_paragraph(lint, text, what, mend):
    found = lint("甲", text)
    assert any(level == "error" and what in said and mend in how
               and place.startswith(f"text, paragraph 2: “{text[:20]}")
               for level, place, said, how in found), found


def test_a_row_loop_without_tr_is_named_with_its_cell(lint):
    found = lint("甲", body=table(("姓名", "职责"), ("{% for m in 成员 %}{{ m.姓名 }}",
                                               "{{ m.职责 }}{% endfor %}")))
    assert [(level, place) for level, place, *_ in found] == [
        ("error", "text, table 1, row 2, column 1: “{% for m in 成员 %}{{ m.姓名 }}”")]
    assert "{%tr for m in 成员 %}" in found[0][3]


def test_a_loop_that_may_leave_a_cell_empty_is_named_with_its_cell(lint):
    found = lint(body=table(("甲", "{%p for m in 成员 %}\n{{ m.姓名 }}\n{%p endfor %}")))
    assert [(level, place.partition(":")[0]) for level, place, *_ in found] == [
        ("warning", "text, table 1, row 1, column 2")]
    assert "left blank" in found[0][2]


def test_a_cell_that_says_what_stands_there_otherwise_is_left_alone(lint):
    assert lint(body=table(("{%p for m in 成员 %}\n{{ m.姓名 }}\n{%p else %}\n无\n{%p endfor %}",))) == []


def test_tags_of_a_block_that_do_not_stand_alike_are_an_error(lint):
    found = lint("{%p for m in 成员 %}", "{{ m.姓名 }}", "甲{% endfor %}")
    assert [level for level, *_ in found] == ["error"]
    assert "do not stand alike" in found[0][2]


def test_a_loop_over_paragraphs_without_p_leaves_blank_lines(lint):
    found = lint("{% for m in 成员 %}", "{{ m.姓名 }}", "{% endfor %}")
    assert [(level, what) for level, _place, what, _mend in found] == [
        ("warning", "{% for m in 成员 %} leaves blank lines behind")]


def test_a_macro_of_paragraphs_within_a_paragraph_is_an_error(lint):
    found = lint("{%p macro 块(x) %}", "{{ x }}", "{%p endmacro %}", "见{{ 块(学校) }}")
    assert [what for _level, _place, what, _mend in found] == [
        "{{ 块(学校) }} writes whole paragraphs into a paragraph"]


def test_the_same_fault_in_the_headers_of_odd_and_even_pages_is_told_once(lint):
    found = lint("甲", header="{{ 学校名 }}")
    assert [place for _level, place, *_ in found] == ["header, paragraph 1: “{{ 学校名 }}”"]


def test_all_faults_are_told_in_the_order_of_their_places(lint):
    found = lint("{{ 甲乙 }}", "{{ 学校|没有 }}", "{{ }}", body=table(("{{ }}",)))
    assert [place.partition(":")[0] for _level, place, *_ in found] == [
        "text, paragraph 3", "text, table 1, row 1, column 1"]
    found = lint("{{ 甲乙 }}", "{{r 学校 }}", "{{ 丙丁 }}", body=table(("{{ 戊己 }}",)))
    assert [place.partition(":")[0] for _level, place, *_ in found] == [
        "text, paragraph 1", "text, paragraph 2", "text, paragraph 3",
        "text, table 1, row 1, column 1"]


def test_names_are_told_besides_text_that_would_be_lost(lint):
    found = lint("{%p if 学校名 %}字", "{%p endif %}", "{{ 备注名 }}")
    assert [place.partition(":")[0] for _level, place, *_ in found] == [
        "text, paragraph 1", "text, paragraph 1", "text, paragraph 3"]


def test_a_tag_that_word_has_cut_over_runs_is_read_whole(lint):
    runs = "".join(f"<w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r>"
                   for text in ("{", "{ 学校", "名 }", "}"))
    found = lint("甲", body=f"<w:p>{runs}</w:p>")
    assert [what for _level, _place, what, _mend in found] == ["the name 学校名 is not known"]


# Names of the kind.

def test_a_field_that_is_printed_nowhere_is_a_warning(template, kind):
    of = kind(fields=(Field("chair", "会长", "text", True),), file_name="")
    assert [(one.level, one.what) for one in lint_template(template("{{ 标题 }}"), of).findings] == [
        ("warning", "会长 is asked for, but printed nowhere")]


@pytest.mark.parametrize("changes", [
    {"title": "{{ 会长 }}的计划"}, {"file_name": "{{ chair }}"},
    {"sections": (Section("会", "{{ 会长 }}的话"),)}])
def test_a_field_in_a_title_or_file_name_is_printed(template, kind, changes):
    of = kind(fields=(Field("chair", "会长", "text", True),), **{"file_name": ""} | changes)
    assert lint_template(template("{{ 标题 }}"), of).findings == ()


def test_an_unknown_name_in_file_name_is_an_error(template, kind):
    found = lint_template(template("甲"), kind(fields=(), file_name="{{ 学校 }}计划")).findings
    assert [(one.level, str(one.spot), one.what) for one in found] == [
        ("error", "file_name in kind.yaml: “{{ 学校 }}计划”", "the name 学校 is not known")]


def test_without_a_kind_unknown_names_are_taken_for_fields(template):
    linted = lint_template(template("{{ 学校 }}{{ 标题 }}{{ 年度 }}"), None)
    assert (linted.findings, linted.fields) == ((), ("学校", "年度"))


def test_without_a_kind_a_name_near_a_common_one_is_doubted(template):
    linted = lint_template(template("{% for m in 各月份 %}{% endfor %}"), None)
    assert [(one.level, one.what, one.mend) for one in linted.findings] == [
        ("warning", "各月份 is taken for a field", "did you mean 各月?")]


def test_without_a_kind_the_parts_of_common_names_are_checked(template):
    linted = lint_template(template("{% for m in 各月 %}{{ m.月分 }}{% endfor %}"), None)
    assert [(one.level, one.what) for one in linted.findings] == [
        ("error", "the name m.月分 is not known")]


# What a template brings along.

def saved(document) -> bytes:
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def test_the_empty_document_of_python_docx_is_letter_paper_with_theme_fonts():
    said = {one.what for one in lint_template(saved(docx.Document()), None).findings}
    assert "the paper is Letter, not A4" in said
    assert any("left to the theme" in what for what in said)


def test_a_document_of_our_own_paper_is_a4_without_theme_fonts(template):
    assert lint_template(template("甲"), None).findings == ()


def changed(content: bytes, name: str, old: bytes, new: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(made, "w") as target:
        for info in source.infolist():
            data = source.read(info)
            target.writestr(info.filename, data.replace(old, new) if info.filename == name else data)
    return made.getvalue()


def test_a_japanese_base_is_a_warning(template):
    content = changed(template("甲"), "word/styles.xml", b'w:eastAsia="zh-CN"', b'w:eastAsia="ja-JP"')
    assert [(one.level, one.what[:24]) for one in lint_template(content, None).findings] == [
        ("warning", "the language is Japanese")]


def test_open_tracked_changes_are_a_warning(template):
    content = template(body='<w:p><w:ins w:id="1" w:author="王珂"><w:r><w:t>甲</w:t></w:r></w:ins></w:p>')
    assert [one.what[:15] for one in lint_template(content, None).findings] == ["tracked changes"]


def test_a_tag_where_nothing_is_filled_in_is_a_warning(template):
    content = template("甲", parts={"word/comments.xml": "<a>{{ 学校 }}</a>"})
    assert [(one.level, one.what) for one in lint_template(content, None).findings] == [
        ("warning", "{{ 学校 }} stands in word/comments.xml, where nothing is filled in")]


def test_a_tag_in_a_text_box_is_placed_at_the_paragraph_that_holds_it(lint):
    box = ("<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>{{ 学校名 }}</w:t></w:r></w:p>"
           "</w:txbxContent></w:pict></w:r></w:p>")
    assert [place for _level, place, *_ in lint("甲", body=box)] == [
        "text, paragraph 2: “{{ 学校名 }}”"]


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04broken"])
def test_what_is_no_word_file_is_refused(content):
    with pytest.raises(UserError, match="not a Word file"):
        lint_template(content, None, "a.docx")


def test_a_document_saved_by_word_with_breaks_is_read():
    document = docx.Document()
    document.add_paragraph("{{ 标题 }}").add_run().add_break(WD_BREAK.PAGE)
    assert all(one.level == "warning" for one in lint_template(saved(document), None).findings)
