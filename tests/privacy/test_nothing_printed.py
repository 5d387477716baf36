"""No finding has a whole number in it, in whatever form it is told."""

import re

import pytest

from plugins.findings.interchange import as_junit, as_sarif
from plugins.findings.render import as_annotations, as_json, as_text
from tests.privacy.samples import CARD, IDENTITY, IDENTITY_X, MOBILE, PENALTY, found

WRONG = IDENTITY[:-1] + ("0" if IDENTITY[-1] != "0" else "1")
TOLD = {
    IDENTITY: IDENTITY,
    IDENTITY_X: IDENTITY_X,
    f"身份证号{WRONG}": WRONG,
    "身份证号339900900101123": "339900900101123",
    "33990019900101****": "19900101",
    MOBILE: MOBILE,
    f"[打电话](tel:{MOBILE})": MOBILE,
    CARD: CARD,
    "联系人：李建国，0571-12345678": "12345678",
    "浙A·12345": "12345",
    "护照号码：E12345678": "12345678",
    "zhang.san@qq.com": "zhang.san",
    "家住听潮小区12幢3单元502室": "502",
    "当事人李建国，男": "建国",
}
FORMS = (as_text, as_json, as_sarif, as_junit, as_annotations)


@pytest.mark.parametrize("written", TOLD)
@pytest.mark.parametrize("form", FORMS)
def test_in_no_form(written, form):
    findings = found(written, PENALTY)
    assert findings
    text = form(findings)
    assert findings[0].rule in text
    assert TOLD[written] not in text
    assert not re.search(r"[0-9]{6}", re.sub(r"330106\*{8}1234", "", text))
