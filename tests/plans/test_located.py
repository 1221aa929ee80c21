"""Located YAML: every value knows its place, and no file, however strange, ends in a traceback."""

from datetime import date

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from plans.errors import Place, UserError
from plans.located import MAX_BYTES, MAX_DEPTH, Entries, Items, Text, parse_yaml, read_yaml


def parsed(text):
    faults = []
    top = parse_yaml(text if isinstance(text, bytes) else text.encode(), "plan.yaml", faults)
    assert faults == []
    return top


def plain(node):
    """The values alone."""
    if isinstance(node, Entries):
        return {key.text: plain(value) for key, value in node}
    return [plain(item) for item in node.items] if isinstance(node, Items) else node.text


def told(text):
    """`line:column what` of each fault, whether the rest could be read or not."""
    faults = []
    try:
        parse_yaml(text if isinstance(text, bytes) else text.encode(), "plan.yaml", faults)
    except UserError as error:
        faults = list(error.faults)
    return [f"{fault.place.line}:{fault.place.column} {fault.what}" for fault in faults]


# what is read

def test_every_value_knows_its_line_and_column():
    top = parsed("学校: 江城\n成员:\n  - {姓名: 王珂}\n")
    members = top.get("成员")
    row = members.items[0]
    (key, value), = row
    assert [str(node.place) for node in (top.get("学校"), members, row, key, value)] == [
        "plan.yaml:1:5", "plan.yaml:3:3", "plan.yaml:3:5", "plan.yaml:3:6", "plan.yaml:3:10"]


def test_a_column_counts_characters_beyond_the_basic_plane_once():
    assert parsed("a: {𠮷: 1, b: 2}").get("a").get("b").place.column == 14


@pytest.mark.parametrize("text", ["0510", "2026-03", "是", "no", "1_000", "0x1F", "1e3", "12:30",
                                  "2026-13-45", "2026-03-01", ".inf", "=", "9" * 6000])
def test_a_value_stays_the_text_that_was_written(text):
    assert parsed(f"a: {text}").get("a").text == text


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL", '""', "''", '" "'])
def test_nothing_and_null_are_blank(text):
    assert parsed(f"a: {text}").get("a").is_blank


def test_a_quoted_null_is_a_word():
    assert parsed("a: 'null'").get("a").text == "null"


def test_a_name_that_is_not_there_gives_nothing():
    assert parsed("a: 1").get("b") is None


@pytest.mark.parametrize("text", ["", "\n", "# only a remark\n", "\ufeff"])
def test_an_empty_file_is_an_empty_mapping(text):
    assert parsed(text) == Entries((), Place("plan.yaml", 1, 1))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16",
                                      "utf-16-le-bom", "utf-16-be-bom"])
def test_every_encoding_of_a_chinese_windows_is_read(encoding):
    text = "学校: 江城实验学校\n年度: 二〇二六\n"
    bom = {"utf-16-le-bom": "\ufeff", "utf-16-be-bom": "\ufeff"}.get(encoding, "")
    top = parsed((bom + text).encode(encoding.removesuffix("-bom")))
    assert plain(top) == {"学校": "江城实验学校", "年度": "二〇二六"}
    assert top.get("学校").place == Place("plan.yaml", 1, 5)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_are_read(end):
    top = parsed(end.join(["a: |", "  甲", "  乙", "b: 1", ""]))
    assert plain(top) == {"a": "甲\n乙\n", "b": "1"}
    assert top.get("b").place.line == 4


@pytest.mark.parametrize("end", ["\x85", "\u2028", "\u2029"])
def test_a_line_end_that_no_editor_shows_does_not_shift_the_lines(end):
    top = parsed(f"a: 甲{end}乙\nb: 1\n")
    assert plain(top) == {"a": "甲 乙", "b": "1"}
    assert top.get("b").place.line == 2


def test_an_alias_is_read_at_the_place_of_its_anchor():
    top = parsed("a: &name 王珂\nb: *name\n")
    assert top.get("b") == Text("王珂", Place("plan.yaml", 1, 4))


def test_a_merge_key_is_a_name_like_any_other():
    assert plain(parsed("a: &a {x: 1}\nb:\n  <<: *a\n")) == {"a": {"x": "1"},
                                                             "b": {"<<": {"x": "1"}}}


def test_nesting_up_to_the_limit_is_read():
    assert parsed("a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1))


def test_a_file_is_read_under_its_own_name(tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_text("学校: 江城", "utf-8")
    assert read_yaml(path, []).get("学校").place.file == str(path)
    assert read_yaml(path, [], name="pack.zip!/plan.yaml").place.file == "pack.zip!/plan.yaml"


# folded text

@pytest.mark.parametrize(("written", "read"), [
    ("a: >-\n  以生\n  为本", "以生为本"),
    ("a: 以生\n  为本", "以生为本"),
    ('a: "以生\n  为本"', "以生为本"),
    ("a: '以生\n  为本'\n", "以生为本"),
    ("a: [以生\n  为本, 丙]", ["以生为本", "丙"]),
    ("a: >-\n  以生，\n  为本", "以生，为本"),
    ("a: >-\n  他说“好”\n  就去做", "他说“好”就去做"),
    ("a: >-\n  他说：\n  “好”", "他说：“好”"),
    ("a: >-\n  “甲”\n  “乙”", "“甲”“乙”"),
    ("a: >-\n  不少于\n  10节，用\n  Word写", "不少于10节，用Word写"),
    ("a: >-\n  学生𠮷\n  野同学", "学生𠮷野同学"),
])
def test_a_folded_line_end_leaves_no_blank_in_chinese(written, read):
    assert plain(parsed(written))["a"] == read


@pytest.mark.parametrize(("written", "read"), [
    ("a: >-\n  one\n  two", "one two"),
    ("a: >-\n  3\n  4", "3 4"),
    ("a: >-\n  王珂 周明\n  慧", "王珂 周明慧"),
    ("a: >-\n  用 Word 写", "用 Word 写"),
    ("a: 王 珂", "王 珂"),
    ("a: >-\n  甲\n\n  乙", "甲\n乙"),
    ("a: |-\n  甲\n  乙", "甲\n乙"),
])
def test_blanks_that_were_typed_and_blank_lines_stay(written, read):
    assert parsed(written).get("a").text == read


# what can be told and read on

def test_a_name_given_twice_is_told_at_the_second_with_the_line_of_the_first():
    assert told("a: 1\nb: 2\na: 3\n") == ["3:1 a is given twice (first on line 1)"]


def test_the_first_of_two_equal_names_counts():
    top = parse_yaml(b"a: 1\na: 2\n", "plan.yaml", [])
    assert plain(top) == {"a": "1"}


@pytest.mark.parametrize("tag", ["!foo", "!!python/object/apply:os.system", "!!binary", "!!set",
                                 "!!omap", "!<x>"])
def test_a_tag_is_refused_and_never_acted_upon(tag):
    value = "{x: 1}" if tag in ("!!set",) else "[x]"
    assert len(told(f"a: {tag} {value}")) == 1
    assert told(f"a: {tag} {value}")[0].startswith("1:4 the tag ")


@pytest.mark.parametrize("tag", ["!!str", "!!int", "!!timestamp"])
def test_a_plain_tag_is_left_alone(tag):
    assert parsed(f"a: {tag} 2026-03-01").get("a").text == "2026-03-01"


def test_python_objects_are_not_made(tmp_path):
    mark = tmp_path / "mark"
    told(f"a: !!python/object/apply:os.mkdir ['{mark}']\nb: !!python/name:os.system\n")
    assert not mark.exists()


def test_a_name_that_is_a_list_is_told():
    assert told("? [a, b]\n: c\nd: 1\n") == ["1:3 a name must be plain text"]


@pytest.mark.parametrize("character", ["\x01", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x9f",
                                       "\ufffe", "\uffff"])
def test_a_control_character_is_told_at_its_own_column_and_the_rest_is_read(character):
    faults = []
    top = parse_yaml(f"a: 1\nb: 甲{character}乙\nb: 2\n".encode(), "plan.yaml", faults)
    assert plain(top) == {"a": "1", "b": "甲乙"}
    code = f"U+{ord(character):04X}"
    assert [str(fault) for fault in faults] == [
        f"plan.yaml:2:5: the text holds an invisible control character ({code})",
        "plan.yaml:3:1: b is given twice (first on line 2)"]


def test_an_escaped_control_character_is_told_and_taken_out():
    faults = []
    assert plain(parse_yaml(b'a: "x\\ay"', "plan.yaml", faults)) == {"a": "xy"}
    assert told('a: "x\\ay"') == ["1:4 the text holds an invisible control character (U+0007)"]


def test_a_control_character_and_broken_yaml_are_told_together():
    assert [one.split()[0] for one in told("a: \x07\nb: [1\n")] == ["1:4", "2:4"]


# what cannot be read

@pytest.mark.parametrize(("text", "place", "what"), [
    ("a: 1\nb: c: d\n", "2:5", "a second colon stands in this line"),
    ("a: 1\nb\nc: 2\n", "2:1", "a line without `name: value`"),
    ("a:\n  - x\n - y\n", "3:2", "this line is not lined up"),
    ("- a\nb: 1\n", "2:1", "this line is not lined up"),
    ("a: 1\nb: [1, 2\nc: 3\n", "2:4", "a bracket is not closed"),
    ("a: {b: 1\n", "1:4", "a bracket is not closed"),
    ("a: 1\nb: \"甲\nc: 3\n", "2:4", "a quotation mark is not closed"),
    ("a: 'x\n", "1:4", "a quotation mark is not closed"),
    ('a: "\\q"\n', "1:5", "is not valid YAML"),
    ("a: @x\n", "1:4", "the text begins with a sign that YAML keeps"),
    ("a: *x\n", "1:4", "the text begins with a sign that YAML keeps"),
    ("a: 1\n---\nb: 2\n", "2:1", "is not valid YAML: but found another document"),
    ("- a\n- b\n", "1:1", "is not a mapping"),
    ("江城实验学校\n", "1:1", "is not a mapping"),
    ("'a'", "1:1", "is not a mapping"),
])
def test_broken_yaml_is_told_where_it_is_to_be_mended(text, place, what):
    fault, = told(text)
    assert fault.startswith(f"{place} {what}")


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(UserError, match="there is no such file"):
        read_yaml(tmp_path / "none.yaml", [])


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(UserError, match="cannot be read"):
        read_yaml(tmp_path, [])


def test_a_file_too_large_for_a_plan_is_refused():
    assert told(b"a: " + b"x" * MAX_BYTES) == ["None:None is larger than 5 MB"]


@pytest.mark.parametrize("data", [
    "a: b".encode("utf-32"), "a: 中".encode("utf-16-le"), "a: 中".encode("utf-16") + b"x",
    b"a: \x00", b"\xff\xff\xff", b"\xff\xfe\x00\xd8"])
def test_what_is_no_text_is_said_to_be_none(data):
    assert told(data) == ["None:None is not text in UTF-8 or GBK"]


BOMBS = {
    "flow lists": "a: " + "[" * 3000 + "]" * 3000,
    "unclosed lists": "a: " + "[" * 3000,
    "lists on a line": "- " * 3000 + "a",
    "mappings": "\n".join(" " * depth + "a:" for depth in range(2000)),
    "deep enough to end the process": "a: " + "[" * 200_000 + "]" * 200_000,
    "deep behind a tab": "a:\n\tb: " + "[" * 200_000 + "]" * 200_000,
    "deep behind a full-width colon": "a：1\nb: " + "{a: " * 100_000 + "}" * 100_000,
    "billion laughs": "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{name}: &{name} [{','.join(['*' + before] * 9)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)),
    "a list in itself": "a: &a [*a]",
    "a mapping in itself": "a: &a {b: *a}",
    "two that hold each other": "a: &a [&b [*a, *b], *b]",
    "200,000 names": "".join(f"k{number}: 1\n" for number in range(200_000)),
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused(text):
    fault, = told(text)
    assert "is nested too deep or repeats itself too often" in fault


@pytest.mark.parametrize("text", [
    'a: "\\ud800"', 'a: "\\U00110000"', 'a: "\\UFFFFFFFF"', "%YAML 9.9\n---\na: 1", "%TAG ! x\n",
    "a: &", "a: !<", "? ", "a: !!int x", "\ufffea: 1", "a: \x00", "}", "- - -", "!!", "&a &b c: d",
    "[a]: b", "{a}: b", "<<: 1", "=: 1", "a: |9\n b", "a: >99\n", "'", '"', "::", "：", "：：",
    "\t", "\t：", "a:\t\t\n\t\t- ：", "：\n\t- {", "{：}"])
def test_odd_yaml_ends_as_text_or_as_a_fault(text):
    told(text)


@given(st.binary(max_size=200))
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf\xef\xbb\xbf")
@example(b"\x81")
def test_any_bytes_end_as_a_mapping_or_as_faults_with_a_mend(data):
    faults = []
    try:
        assert isinstance(parse_yaml(data, "f", faults), Entries)
    except UserError as error:
        faults = error.faults
        assert faults
    assert all(fault.what and fault.mend and fault.place.file == "f" for fault in faults)


_PIECES = st.sampled_from(["a", "学校", ": ", ":", "：", "\n", "\n  ", "\n\t", "\t", "- ", "[", "]",
                           "{", "}", ",", "，", '"', "'", "|", ">", "&a ", "*a", "!", "!!str ", "#",
                           "? ", "<<: ", "---", "...", "%", "@", "\\", "\r", "\x85", "\u2028",
                           "\x07", "\ufeff", "\u3000", "2026-03", "…", "𠮷", "\x1c", "\x0b"])


@given(st.lists(_PIECES, max_size=30).map("".join))
def test_any_yaml_like_text_ends_as_a_mapping_or_as_faults_within_the_file(text):
    faults = []
    try:
        parse_yaml(text.encode(), "f", faults)
    except UserError as error:
        faults = error.faults
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for fault in faults:
        assert 1 <= (fault.place.line or 1) <= len(lines) + 1
        assert (fault.place.column or 1) >= 1


@given(st.lists(st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=8),
                min_size=1, max_size=5, unique=True))
def test_what_is_quoted_comes_back_as_it_was(names):
    quoted = [yaml.dump(name, allow_unicode=True, width=1000, default_style='"').strip()
              for name in names]
    top = parsed("".join(f"{name}: x\n" for name in quoted))
    assert [key.text for key, _value in top] == names
    assert [key.place for key, _value in top] == [
        Place("plan.yaml", number, 1) for number, _name in enumerate(names, 1)]


def test_without_the_c_parser_nothing_changes(monkeypatch):
    monkeypatch.delattr(yaml, "CSafeLoader")
    assert plain(parsed("学校: 江城\n日期: 2026-03-01\n")) == {
        "学校": "江城", "日期": date(2026, 3, 1).isoformat()}
    for text in ('a: "\\UFFFFFFFF"', 'a: "\\ud800"', "a: " + "[" * 3000, "a: [1", "a: b: c"):
        assert len(told(text)) == 1


@pytest.mark.parametrize("data", [b"PK\x03\x04\x14\x00\x06\x00", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_a_word_file_where_a_plan_belongs_is_called_one(data):
    """Nobody is told to save it as text: that would ruin it."""
    assert told(data) == ["None:None is a Word file or a workbook, not the text of a plan"]
