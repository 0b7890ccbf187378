"""Cards of the ward's kiosks are read by all of them; whatever else is held up is refused by its name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.ward import Ward, kiosk_name

from accessibility.card import MOST_GUIDES, Card, CardFault, CardRefused, pack
from accessibility.card_practice import MOST_PRACTISED, Practised
from accessibility.card_text import MOST_BYTES, to_bytes, to_text
from accessibility.preferences import Preferences
from accessibility.qr_code import modules_of
from kiosk.papers.keys.card_signer import CardSigner, open_signer
from kiosk.papers.keys.certificate import CERTIFICATE_BYTES, SIGNATURE_BYTES, certify
from kiosk.papers.keys.enrolment import accept, key_file
from kiosk.papers.keys.key_files import fingerprint, public_bytes, read_or_make_key

CARD = Card(Preferences(text_size=4, theme="yellow-black", rate=0.65, explore=True), (7, 300, 65535), 300)
FULL = Card(CARD.preferences, tuple(range(1, MOST_GUIDES + 1)), 9)
PRACTISED = replace(
    FULL,
    alone=10,
    finished=FULL.finished[-31:],
    practised=tuple(Practised(60_000 + number, 3, 2970 - number) for number in range(MOST_PRACTISED)),
)


@pytest.fixture(scope="module")
def ward(tmp_path_factory: pytest.TempPathFactory) -> Ward:
    return Ward(tmp_path_factory.mktemp("cua-nam"))


@pytest.fixture(scope="module")
def first(ward: Ward) -> CardSigner:
    return ward.kiosk(1)


@pytest.fixture(scope="module")
def second(ward: Ward) -> CardSigner:
    return ward.kiosk(2)


def fault_of(office: CardSigner, text: str) -> CardFault:
    with pytest.raises(CardRefused) as refused:
        office.open(text)
    return refused.value.why


def test_a_card_of_one_kiosk_is_read_by_another(first: CardSigner, second: CardSigner) -> None:
    assert second.open(first.seal(CARD)) == CARD
    assert first.open(second.seal(FULL)) == FULL
    assert first.open(second.seal(PRACTISED)) == PRACTISED


def test_the_same_card_is_the_same_code_and_nothing_else_is_in_it(first: CardSigner) -> None:
    """No serial number, no day, no lots drawn: two people with the same settings hold the same code."""
    sealed = to_bytes(first.seal(CARD))
    assert first.seal(CARD) == first.seal(CARD)
    assert sealed[CERTIFICATE_BYTES + SIGNATURE_BYTES :] == pack(CARD)
    assert kiosk_name(1).encode() not in sealed and bytes.fromhex(kiosk_name(1)[6:]) not in sealed


def test_a_code_fits_well_into_what_a_phone_reads_from_paper(first: CardSigner) -> None:
    versions = [(len(modules_of(first.seal(card))) - 17) // 4 for card in (Card(), CARD, FULL, PRACTISED)]
    assert versions[0] <= 11 and max(versions) == versions[-2] == 13, versions


def test_every_flipped_bit_is_refused(first: CardSigner) -> None:
    sealed = to_bytes(first.seal(CARD))
    for bit in range(8 * len(sealed)):
        wrong = bytearray(sealed)
        wrong[bit // 8] ^= 1 << bit % 8
        assert fault_of(first, to_text(bytes(wrong))) in ("forged", "other-ward", "damaged"), bit


def test_a_card_signed_with_a_thiefs_own_key_is_refused(
    ward: Ward, first: CardSigner, tmp_path: Path
) -> None:
    thief = read_or_make_key(tmp_path / "thief.key")
    sealed = to_bytes(first.seal(CARD))
    certificate, body = sealed[:CERTIFICATE_BYTES], pack(FULL)
    domain = b"kiosk-bdhvs/card/1\0"
    signed = certificate + thief.sign(domain + certificate + body) + body
    assert fault_of(first, to_text(signed)) == "forged"
    own = certify(thief, sealed[9:41])  # the ward's certificate, written by the thief
    assert fault_of(first, to_text(own + thief.sign(domain + own + body) + body)) == "other-ward"
    named = bytes([1]) + fingerprint(public_bytes(ward.authority.key)) + public_bytes(thief)
    claimed = named + thief.sign(named)
    assert fault_of(first, to_text(claimed + thief.sign(domain + claimed + body) + body)) == "forged"


def test_a_certificate_put_on_another_kiosks_card_is_refused(first: CardSigner, second: CardSigner) -> None:
    one, other = to_bytes(first.seal(CARD)), to_bytes(second.seal(CARD))
    swapped = other[:CERTIFICATE_BYTES] + one[CERTIFICATE_BYTES:]
    assert fault_of(first, to_text(swapped)) == "forged"


def test_the_signature_of_one_card_does_not_carry_another(first: CardSigner) -> None:
    one, other = to_bytes(first.seal(CARD)), to_bytes(first.seal(FULL))
    ends = CERTIFICATE_BYTES + SIGNATURE_BYTES
    assert fault_of(first, to_text(one[:ends] + other[ends:])) == "forged"


def test_a_card_of_another_ward_is_refused(first: CardSigner, tmp_path: Path) -> None:
    other = Ward(tmp_path, "Phường khác").kiosk(1)
    assert fault_of(first, other.seal(CARD)) == "other-ward"
    assert fault_of(other, first.seal(CARD)) == "other-ward"


def test_cards_of_a_withdrawn_kiosk_are_refused_and_others_are_not(tmp_path: Path) -> None:
    ward = Ward(tmp_path)
    stolen, kept, reading = ward.kiosk(7), ward.kiosk(8), ward.kiosk(9)
    assert reading.open(stolen.seal(CARD)) == CARD
    accept(ward.data(9), kiosk_name(9), ward.withdraw(7))
    reading = open_signer(ward.data(9), kiosk_name(9))
    assert fault_of(reading, stolen.seal(CARD)) == "revoked"
    assert reading.open(kept.seal(CARD)) == CARD


def test_a_body_the_kiosk_did_not_write_is_refused_even_when_signed(ward: Ward, first: CardSigner) -> None:
    key = read_or_make_key(key_file(ward.data(1)))
    certificate = to_bytes(first.seal(CARD))[:CERTIFICATE_BYTES]
    for body, why in ((b"", "damaged"), (bytes([9, 0, 0, 0, 0]), "newer"), (bytes([1, 3]), "damaged")):
        signed = certificate + key.sign(b"kiosk-bdhvs/card/1\0" + certificate + body) + body
        assert fault_of(first, to_text(signed)) == why


@pytest.mark.parametrize(
    "text",
    [
        "https://dichvucong.gov.vn/",
        "001099012345|012345678|Nguyễn Văn An|01011999|Nam|Số 1 Hàng Bài, Hà Nội|01012021",
        "8934563138165",
        "WIFI:S:kiosk;T:WPA;P:matkhau;;",
    ],
)
def test_other_codes_are_foreign(first: CardSigner, text: str) -> None:
    assert fault_of(first, text) == "foreign"


def test_four_kilobytes_are_too_much_whatever_they_say(first: CardSigner) -> None:
    assert fault_of(first, "x" * 4096) == "oversized"
    assert fault_of(first, "KBHVS" + "7" * 4096) == "oversized"


@given(st.binary(max_size=MOST_BYTES))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_bytes_in_a_cards_clothes_get_a_named_refusal(first: CardSigner, raw: bytes) -> None:
    assert fault_of(first, to_text(raw)) in get_args(CardFault)


@given(st.text(max_size=700))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_text_gets_a_named_refusal(first: CardSigner, text: str) -> None:
    assert fault_of(first, text) in get_args(CardFault)
