"""JUnit XML: what a build server makes of it."""

from __future__ import annotations

import pytest
from lxml import etree

from checkers.results import NotSubmitted
from office.reports.junit import junit

# What the schemas of Jenkins (xunit) and of Ant both allow, and what either requires.
_SCHEMA = etree.XMLSchema(etree.fromstring("""\
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
 <xs:complexType name="told"><xs:simpleContent><xs:extension base="xs:string">
  <xs:attribute name="type" type="xs:string" use="required"/>
  <xs:attribute name="message" type="xs:string"/>
 </xs:extension></xs:simpleContent></xs:complexType>
 <xs:element name="testsuites"><xs:complexType><xs:sequence>
  <xs:element name="testsuite" maxOccurs="unbounded"><xs:complexType><xs:sequence>
   <xs:element name="properties"><xs:complexType><xs:sequence>
    <xs:element name="property" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
     <xs:attribute name="name" type="xs:token" use="required"/>
     <xs:attribute name="value" type="xs:string" use="required"/>
    </xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
   <xs:element name="testcase" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
    <xs:choice minOccurs="0"><xs:element name="skipped"/><xs:element name="error" type="told"/>
     <xs:element name="failure" type="told"/></xs:choice>
    <xs:attribute name="name" type="xs:token" use="required"/>
    <xs:attribute name="classname" type="xs:token" use="required"/>
    <xs:attribute name="time" type="xs:decimal" use="required"/>
   </xs:complexType></xs:element>
   <xs:element name="system-out" type="xs:string"/><xs:element name="system-err" type="xs:string"/>
  </xs:sequence>
  <xs:attribute name="name" type="xs:token" use="required"/>
  <xs:attribute name="tests" type="xs:int" use="required"/>
  <xs:attribute name="failures" type="xs:int" use="required"/>
  <xs:attribute name="errors" type="xs:int" use="required"/>
  <xs:attribute name="skipped" type="xs:int"/>
  <xs:attribute name="time" type="xs:decimal" use="required"/>
  <xs:attribute name="timestamp" type="xs:dateTime" use="required"/>
  <xs:attribute name="hostname" type="xs:token" use="required"/>
  <xs:attribute name="id" type="xs:int" use="required"/>
  <xs:attribute name="package" type="xs:token" use="required"/>
  </xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
</xs:schema>"""))


def read(report) -> etree._Element:
    root = etree.fromstring(junit(report))
    _SCHEMA.assertValid(root)
    return root


@pytest.fixture
def all_sorts(reported, judged, says):
    return read(reported(
        judged("交/甲.docx"), judged("交/乙.docx", "fail", says(quote="一、目标")),
        judged("交/丙.docx", "unreadable", says("已损坏", rule="F003"), kind=None),
        judged("交/丁.docx", "review", says("是不是？", review=True, severity="warning"))))


def test_each_file_is_a_test_case_of_its_kind(all_sorts) -> None:
    assert [(one.get("classname"), one.get("name")) for one in all_sorts.iter("testcase")] == [
        ("校本研修计划", "交/甲.docx"), ("校本研修计划", "交/乙.docx"), ("homeroom", "交/丙.docx"),
        ("校本研修计划", "交/丁.docx")]


def test_whatever_makes_the_exit_code_1_turns_the_light_red(all_sorts) -> None:
    assert [[(below.tag, below.get("type")) for below in one]
            for one in all_sorts.iter("testcase")] == [
        [], [("failure", "fail")], [("error", "unreadable")], [("failure", "review")]]
    suite = all_sorts.find("testsuite")
    assert [suite.get(name) for name in ("tests", "failures", "errors", "skipped")] == [
        "4", "2", "1", "0"]


def test_a_failure_says_what_where_and_how_to_mend_it(all_sorts) -> None:
    failure = all_sorts.find(".//failure")
    assert failure.get("message") == "to be returned: 缺少“工作措施”部分"
    assert failure.text.splitlines() == [
        "缺少“工作措施”部分  (missing section S001)", "    where: 一、目标",
        "    mend: 请加上这个标题"]


def test_notes_and_who_is_missing_are_told_beside(reported, judged, says) -> None:
    root = read(reported(judged("交/甲.docx", "pass", says("顺序不对", severity="warning")),
                         absent=(NotSubmitted("王珂", "江城实验学校"),)))
    assert root.findtext(".//system-out").splitlines() == [
        "1 file: passes 1; 1 not handed in", "交/甲.docx", "    顺序不对  (missing section S001)",
        "        mend: 请加上这个标题", "Not handed in  王珂  江城实验学校"]


@pytest.mark.parametrize("odd", ["a\x00b", "a\x1bb", "a\ufffeb", "a\ud800b", "<![CDATA[", "]]>",
                                 "&<>\"'", "😀", "长" * 200, "a\nb"])
def test_odd_characters_leave_it_well_formed(reported, judged, says, odd: str) -> None:
    root = read(reported(judged(odd, "fail", says(odd, quote=odd, fix=odd)),
                         absent=(NotSubmitted(odd),)))
    assert root.find(".//failure").text


def test_no_files_are_no_test_cases(reported) -> None:
    assert read(reported()).find("testsuite").get("tests") == "0"
