"""The Content-Security-Policy: where it stands, and what it allows."""

from __future__ import annotations

import base64
import hashlib

from generator.publishing.csp import policy, with_policy


def fingerprint(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


PAGE = '<!doctype html><html><head>\n<meta charset="utf-8">\n<script>a=1</script></head><body></body></html>'


def test_the_policy_stands_before_every_script():
    page = with_policy(PAGE)
    assert page.index("<meta charset") < page.index("Content-Security-Policy") < page.index("<script>")


def test_a_script_of_the_page_is_allowed_by_its_fingerprint():
    assert f"script-src 'self' {fingerprint('a=1')};" in policy(PAGE)


def test_a_script_that_stands_twice_is_named_once():
    assert policy(PAGE + "<script>a=1</script>").count(fingerprint("a=1")) == 1


def test_data_and_files_need_no_fingerprint():
    html = '<script type="application/ld+json">{}</script><script id="c" type="application/json">{}</script>'
    assert "script-src 'self';" in policy(html + '<script src="a.js"></script>')


def test_a_style_sheet_of_the_page_is_allowed_by_its_fingerprint():
    assert f"style-src 'self' {fingerprint('p{}')};" in policy("<style>p{}</style>")


def test_nothing_is_allowed_from_another_site_and_no_script_unknown():
    said = policy(PAGE)
    assert "default-src 'self'" in said
    assert "unsafe" not in said
    assert "*" not in said


def test_what_has_no_head_is_left_as_it_is():
    assert with_policy("<p>A fragment.</p>") == "<p>A fragment.</p>"
