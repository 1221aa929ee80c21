"""kind.yaml: read whole, or with everything that is wrong in it told with its line."""

import pytest

from plans.errors import UserError
from plans.house import TEMPLATES, House
from plans.kind_files import read_kind

KINDS = sorted(path.parent.name for path in TEMPLATES.glob("*/kind.yaml"))
HEAD = "name: 计划\nfamily: plan\n"


@pytest.fixture
def kind_of(tmp_path):
    """The kind that a text declares, in the folder my-kind of a house."""
    folder = tmp_path / "kinds" / "my-kind"
    folder.mkdir(parents=True)

    def kind_of(text):
        (folder / "kind.yaml").write_text(text, "utf-8")
        return read_kind(folder, House().topics, TEMPLATES, tmp_path)

    return kind_of


@pytest.fixture
def kind_faults(tmp_path, kind_of):
    """What is wrong with a text: `line:column what (mend)` each."""
    def kind_faults(text):
        with pytest.raises(UserError) as caught:
            kind_of(text)
        path = str(tmp_path / "kinds" / "my-kind" / "kind.yaml")
        assert {fault.place.file for fault in caught.value.faults} == {path}
        return [f"{fault.place.line}:{fault.place.column} {fault.what} ({fault.mend})"
                for fault in caught.value.faults]

    return kind_faults


# what is read

def test_there_are_built_in_kinds():
    assert len(KINDS) >= 3


@pytest.mark.parametrize("name", KINDS)
def test_every_built_in_kind_loads_and_can_be_called_by_both_names(name):
    kind = House().kind(name)
    assert kind.id == name
    assert House().kind(kind.name) == kind


@pytest.mark.parametrize("name", KINDS)
def test_every_built_in_kind_of_paper_has_its_word_template(name):
    kind = House().kind(name)
    assert kind.word is None or kind.word.is_file()


@pytest.mark.parametrize("name", KINDS)
def test_the_sections_of_a_built_in_kind_have_ids_of_their_own(name):
    ids = [section.id for section in House().kind(name).walk()]
    assert len(ids) == len(set(ids))


def test_a_kind_of_three_lines_has_everything_else_by_default(kind_of, tmp_path):
    kind = kind_of(HEAD)
    assert (kind.id, kind.version, kind.word, kind.title, kind.fields, kind.sections) == (
        "my-kind", 1, None, "", (), ())
    assert not kind.schedule_required
    assert kind.folder == tmp_path / "kinds" / "my-kind"


def test_all_that_is_said_of_a_kind_is_kept(kind_of):
    kind = kind_of(f"""\
id: my-kind
version: 3
{HEAD}title: "{{{{ 学校 }}}}计划"
file_name: 计划
also: [方案, 规划]
fields:
  - {{name: school, label: 学校, type: text, required: 是, example: 江城, help: 全称,
      in_document: required}}
schedule: {{required: true}}
rules: {{S010: off, C002: error}}
""")
    assert (kind.version, kind.title, kind.file_name, kind.also) == (
        3, "{{ 学校 }}计划", "计划", ("方案", "规划"))
    field = kind.field_called("学校")
    assert field is kind.field_called("school")
    assert (field.required, field.example, field.help, field.in_document, field.keys) == (
        True, "江城", "全称", "required", ("school", "学校"))
    assert kind.field_called("单位") is None
    assert kind.schedule_required
    assert kind.rules == {"S010": "off", "C002": "error"}


def test_sections_nest_and_are_required_unless_said(kind_of):
    kind = kind_of(HEAD + """\
sections:
  - {topic: 规章制度, title: 各项制度, also: [制度], never: [制度建设], min_chars: 60, hint: 逐条写,
     sections: [{title: 学习制度, sections: [{title: 考勤}]}]}
  - {topic: 保障措施, required: false, annex: 1}
""")
    rules, _studies, _roll, support = kind.walk()
    assert [section.id for section in kind.walk()] == [
        "规章制度", "规章制度/学习制度", "规章制度/学习制度/考勤", "保障措施"]
    assert (rules.name, rules.title, rules.also, rules.never, rules.min_chars, rules.hint) == (
        "规章制度", "各项制度", ("制度",), ("制度建设",), 60, "逐条写")
    assert (rules.required, support.required, rules.annex, support.annex) == (True, False, None, 1)


@pytest.mark.parametrize(("schedule", "required"),
                         [("", False), ("schedule: {required: true}", True),
                                                    ("schedule:", False)])
def test_the_section_of_the_month_table_is_required_as_the_schedule_is(kind_of, schedule, required):
    kind = kind_of(f"{HEAD}{schedule}\nsections: [{{topic: 月度安排, schedule: true}}]\n")
    assert kind.sections[0].required is required


def test_a_word_template_lies_beside_the_kind_or_in_the_house_or_with_ours(kind_of, tmp_path):
    assert kind_of(HEAD + "word: _shared/plan.docx\n").word == TEMPLATES / "_shared" / "plan.docx"
    (tmp_path / "own.docx").write_bytes(b"")
    assert kind_of(HEAD + "word: own.docx\n").word == tmp_path / "own.docx"
    (tmp_path / "kinds" / "my-kind" / "own.docx").write_bytes(b"")
    assert kind_of(HEAD + "word: own.docx\n").word == tmp_path / "kinds" / "my-kind" / "own.docx"


def test_equal_names_under_different_parents_are_no_clash(kind_of):
    kind = kind_of(HEAD + "sections:\n  - {title: 甲, sections: [{title: 总结}]}\n"
                   "  - {title: 乙, sections: [{title: 总结}]}\n")
    assert [one.id for one in kind.walk()] == ["甲", "甲/总结", "乙", "乙/总结"]


# faults

def test_everything_wrong_in_a_kind_is_told_with_its_line(kind_faults):
    assert [told.split(" (")[0] for told in kind_faults("""\
id: other-kind
name: 计划
family: plans
version: one
word: none.docx
colour: red
fields:
  - {name: school, label: 学校, type: txt}
  - {label: 年度}
sections:
  - {topic: 指导思相}
  - {title: 考勤, required: perhaps, min_chars: many}
schedule: always
rules: {S010: never}
""")] == [
        "1:5 the id other-kind is not the name of the folder",
        "3:9 plans is no family of kinds",
        "4:10 version must be a whole number",
        "5:7 the Word template none.docx is not there",
        "6:1 unknown name colour in a kind",
        "8:37 type cannot be txt",
        "9:5 a field needs a name and a label",
        "11:13 unknown topic 指导思相",
        "12:27 required must be true or false",
        "12:47 min_chars must be a whole number",
        "13:11 schedule must be a mapping",
        "14:9 S010 has no such level",
    ]


@pytest.mark.parametrize(("sections", "told"), [
    ("- {title: 甲, also: [总结]}\n- {title: 乙, also: [总 结]}",
     "总结 is claimed by 甲 and by 乙"),
    ("- {title: 甲}\n- {title: 乙, also: [甲]}", "甲 is claimed by 甲 and by 乙"),
    ("- {title: 甲}\n- {title: 甲}", "甲 is claimed by 甲 and by 甲"),
    ("- {topic: 工作目标, title: 甲}\n- {topic: 工作目标, title: 乙}",
     "工作目标 is claimed by 工作目标 and by 工作目标"),
    ("- {title: 计划}\n- {title: 計畫}", "计划 is claimed by 计划 and by 計畫"),
])
def test_two_sections_that_claim_one_name_are_told_at_the_second(kind_faults, sections, told):
    assert kind_faults(f"{HEAD}sections:\n{sections}\n") == [
        f"5:3 {told} (keep the name in one of the two)"]


@pytest.mark.parametrize(("fields", "told"), [
    ("- {name: a, label: 甲}\n- {name: a, label: 乙}", "a is claimed by a and by a"),
    ("- {name: a, label: 甲}\n- {name: b, label: 甲}", "甲 is claimed by a and by b"),
    ("- {name: a, label: 甲}\n- {name: members, label: 乙}",
     "members is claimed by every input and by members"),
    ("- {name: a, label: 甲}\n- {name: b, label: 编号}", "编号 is claimed by every input and by b"),
])
def test_two_fields_that_claim_one_name_are_told_at_the_second(kind_faults, fields, told):
    assert kind_faults(f"{HEAD}fields:\n{fields}\n") == [
        f"5:3 {told} (keep the name in one of the two)"]


@pytest.mark.parametrize(("text", "told"), [
    ("family:\n", "1:8 – is no family of kinds"),
    ("name: x\n", "None:None – is no family of kinds"),
    (HEAD + "fields: [学校]\n", "3:10 a field must be a mapping"),
    (HEAD + "sections: [指导思想]\n", "3:12 a section must be a mapping"),
    (HEAD + "sections: {a: b}\n", "3:11 sections must be a list"),
    (HEAD + "sections: [{hint: 甲}]\n", "3:12 a section needs a topic or a title"),
    (HEAD + "sections: [{title: 甲, also: 乙}]\n", "3:29 also must be a list"),
    (HEAD + "fields: [{name: a, label: 甲, in_document: always}]\n",
     "3:43 in_document cannot be always"),
    (HEAD + "rules: off\n", "3:8 rules must be a mapping"),
    (HEAD + "rules: {S001: [off]}\n", "3:9 S001 has no such level"),
    (HEAD + f"version: {'9' * 6000}\n", "3:10 version must be a whole number"),
    (HEAD + "name: 又名\n", "3:1 name is given twice"),
    (HEAD + "sections: [{topic: 天文地理}]\n", "3:20 unknown topic 天文地理"),
])
def test_a_wrong_line_is_told_once_at_its_place(kind_faults, text, told):
    fault, = kind_faults(text)
    assert fault.startswith(told)


def test_a_topic_near_to_none_may_be_a_title(kind_faults):
    assert kind_faults(HEAD + "sections: [{topic: 天文地理}]\n")[0].endswith(
        "(use `title:`, or add the topic to topics.yaml)")
    assert kind_faults(HEAD + "sections: [{topic: 指导思相}]\n")[0].endswith(
        "(did you mean 指导思想?)")


@pytest.mark.parametrize("title", ["{{ 工作石 }}计划", "{{ 学校|upper }}计划", "{% if 学校 %}计划"])
def test_a_tag_in_a_title_that_no_field_fills_is_told(kind_faults, title):
    fields = "fields: [{name: school, label: 学校, type: text}]\n"
    assert "is no field" in "".join(kind_faults(f'{HEAD}title: "{title}"\n{fields}'))
    section = f'sections: [{{title: "{title}"}}]\n'
    assert "is no field" in "".join(kind_faults(HEAD + fields + section))


def test_a_field_in_a_title_may_go_by_either_name(kind_of):
    fields = "fields: [{name: school, label: 学校, type: text}]\n"
    assert kind_of(f'{HEAD}title: "{{{{ 学校 }}}}{{{{school}}}}计划"\n{fields}').title


# tables and purposes

def test_a_table_has_columns_with_types_of_their_own(kind_of):
    field, = kind_of(HEAD + "fields: [{name: people, label: 人员, type: table, columns: "
                     "[{name: who, label: 姓名, required: true}, {name: born, label: 出生日期, "
                     "type: date}]}]\n").fields
    assert [(one.name, one.label, one.type, one.required) for one in field.columns] == [
        ("who", "姓名", "text", True), ("born", "出生日期", "date", False)]


@pytest.mark.parametrize(("field", "fault"), [
    ("type: table", "人员 is a table without columns (write `columns: [{name: who, label: 姓名}]`)"),
    ("columns: [{name: who, label: 姓名}]", "人员 has columns, but is no table (write `type: table`)"),
    ("type: table, columns: [{name: who, label: 姓名, type: table, columns: "
     "[{name: a, label: 甲}]}]",
     "姓名 is a table within a table (make it a field of its own)"),
    ("type: table, columns: [{name: who, label: 姓名}, {name: who, label: 性别}]",
     "who is claimed by who and by who (keep the name in one of the two)"),
])
def test_a_table_that_cannot_be_is_told(kind_faults, field, fault):
    faults = kind_faults(HEAD + f"fields: [{{name: people, label: 人员, {field}}}]\n")
    assert [one.partition(" ")[2] for one in faults] == [fault]


def test_a_purpose_that_homeroom_does_not_know_is_told(kind_faults):
    assert kind_faults(HEAD + "purpose: party\n") == [
        "3:10 purpose cannot be party (write one of: notice, checklist, task-list, records)"]


FORM = """name: 登记表
family: form
fields:
  - {name: name, label: 姓名}
  - {name: photo, label: 照片, type: picture}
  - {name: post, label: 职务, type: choice, options: [班长, 书记]}
  - {name: prizes, label: 获奖, type: table, columns: [{name: day, label: 时间, type: month},
     {name: what, label: 名称}]}
"""


@pytest.mark.parametrize(("more", "told"), [
    ("layout: [{photo: [照片]}]", "photo must be text on one line"),
    ("layout: [{photo: 照片, rows: 99}]", "rows is more than 30"),
    ("layout: [{photo: 照片, title: 一}]", "this line of the layout is not one thing"),
    ("layout: [{rows: 4}]", "this line of the layout is not one thing"),
    ("layout: [{page: old}]", "page cannot be old"),
    ("layout: [[[姓名, 照片], 职务]]", "layout must hold plain text"),
    ("notes: [[一], 二]", "notes must hold plain text"),
    ("conditions: [{field: 获奖, where: [名称], says: 有奖}]", "where must be a mapping"),
    ("conditions: [{field: 职务, any_of: [], says: 当班干部}]", "any_of: names nothing"),
    ("conditions: [{id: a, field: 姓名, says: 一}, {id: a, field: 职务, says: 二}]",
     "a is claimed by a and by a")])
def test_what_a_form_would_leave_out_without_a_word_is_told(kind_faults, more, told):
    found = kind_faults(FORM + more)
    assert len(found) == 1
    assert told in found[0]
    assert found[0].startswith("9:")


@pytest.mark.parametrize(("field", "told"), [
    ("type: ticks, options: [甲, 乙], at_least: 3", "多: more ticks are asked for than there are options"),
    ("type: integer, at_least: 9, at_most: 3", "多: at_least is more than at_most"),
    ("type: integer, at_most: .inf", ".inf is no number"),
    ("type: number, width: nan", "nan is no number"),
    ("type: choice, options: [甲, '']", "多 has an option without a name"),
    ("type: longtext, lines: 100000000", "lines is more than 200"),
    ("type: number, limit: other", "多 is no column, and has no other one beside it"),
    ("fixed: [[甲]]", "多 has rows, but is no table"),
    ("type: table, columns: [{name: a, label: 甲}], fixed: [[一, 二]]",
     "the row has more cells than the table has columns"),
    ("type: table, columns: [{name: a, label: 甲}], fixed: [[[一]]]", "fixed must hold plain text"),
    ("type: table, columns: [{name: a, label: 甲}], rows: 9999", "rows is more than 200")])
def test_a_field_that_nobody_could_fill_in_is_told(kind_faults, field, told):
    text = "name: 登记表\nfamily: form\nfields:\n  - {name: many, label: 多, " + field + "}\n"
    found = kind_faults(text)
    assert len(found) == 1
    assert told in found[0]
    assert found[0].startswith("4:")
