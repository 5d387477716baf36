"""Packets: what is kept of them, and that nothing of them runs away."""

import pytest

from plugins.attachments.xmp import labels_only, read_xmp
from tests.attachments.samples import AIGC, CREATOR, LABEL, SPACE, xmp

NESTED = '<TC260:AIGC rdf:parseType="Resource"><TC260:Label>1</TC260:Label></TC260:AIGC>'
SOURCE = (
    '<i:DigitalSourceType xmlns:i="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">'
    "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia</i:DigitalSourceType>"
)


def test_labels_are_written_anew_and_read_alike():
    packet = labels_only(xmp(CREATOR, AIGC, SOURCE))
    found = read_xmp(packet)
    assert (SPACE, "AIGC", LABEL) in found.labels
    assert [name for _, name, _ in found.labels] == ["AIGC", "DigitalSourceType"]
    assert (found.creators, found.has_more, found.is_aigc) == ((), False, True)
    assert labels_only(packet) is packet


def test_as_an_attribute():
    attribute = xmp(CREATOR).replace(b'rdf:about=""', f"rdf:about='' TC260:AIGC='{LABEL}'".encode())
    assert read_xmp(labels_only(attribute)).labels == ((SPACE, "AIGC", LABEL),)


def test_a_label_with_a_structure_is_not_taken_apart():
    packet = xmp(CREATOR, NESTED)
    assert labels_only(packet) is packet
    assert read_xmp(packet).is_aigc


@pytest.mark.parametrize("packet", [xmp(CREATOR), xmp(), b"", b"<x>"])
def test_without_a_label_nothing_stays(packet):
    assert labels_only(packet) == b""


def test_entities_are_not_expanded():
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    assert read_xmp(bomb) is None
    assert read_xmp(b"\0") is None
