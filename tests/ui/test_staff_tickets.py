"""A question to the response team: three answers, a number, and the ward's answer passed on."""

from __future__ import annotations

import inspect
import re
from dataclasses import replace

import pytest
from support.staff import MAI, staff_gate, typed
from support.stage import Stage, residents_guides
from support.tickets import HandTickets, ticket_gate

from flows.guide.walk import begin
from kiosk.base.events import AnswerPassedOn
from kiosk.base.words.ticket_number import shown_number
from kiosk.point.services.logged_tickets import LoggedTickets
from ui.screens.choosing import QrProps
from ui.screens.surrounding_parts import Further
from ui.turn.gates.ticket_gate import TicketGate
from ui.visit.ports import TicketPort
from ui.visit.staff.stages import AssistNotice, StaffMenu
from ui.visit.staff.ticket import Question, Ticket
from ui.visit.staff.ticket_stages import AskProblem, AskUrgency, HandedIn, OneTicket, Tickets
from ui.visit.stages import Home, Stepping

CHEATED = Stepping("lua-dao-da-mac", begin(residents_guides().flows["lua-dao-da-mac"]))
IN_GUIDE = ("begin", "topic.vneid", "flow.vneid-cai-dat")
TO_TICKETS = ("staff", f"member.{MAI.id}", *typed(), "tickets")
ASKED = ("new-ticket", "problem.service-down", "urgency.now")
ANSWERED = Ticket("d3-0007-58", "no-nfc", "whenever", None, "team-comes")


def opened(keeper: HandTickets) -> Stage:
    return Stage(staff=staff_gate(), tickets=ticket_gate(keeper))


@pytest.mark.parametrize("method", [name for name in vars(TicketPort) if not name.startswith("_")])
def test_the_fake_and_the_real_keeper_are_asked_the_same_things(method: str) -> None:
    ours, real, port = (
        list(inspect.signature(getattr(one, method)).parameters)
        for one in (HandTickets, LoggedTickets, TicketPort)
    )
    assert ours == real == port


def test_three_answers_give_a_number_and_the_question_knows_the_step_that_lies_beneath() -> None:
    keeper = HandTickets()
    stage = opened(keeper)
    stage.walk_to(*IN_GUIDE)
    step = stage.conductor.page.place.rsplit(".", 1)[-1]
    before = stage.conductor.visit
    stage.walk_to(*TO_TICKETS, *ASKED)
    (question,) = keeper.asked
    assert question.at is not None
    assert question == Question("service-down", "now", question.at, MAI.id)
    assert question.at[0] == "vneid-cai-dat"
    assert question.at[1] in stage.library.flows["vneid-cai-dat"].steps, step
    page = stage.conductor.page
    assert isinstance(page, QrProps)
    assert (page.heading, page.payload) == ("Đ3\u00a00001\u00a058", "PHIEU D3-0001-58")
    stage.walk_to("done")
    assert stage.conductor.visit.stage == Tickets(keeper.tickets)
    stage.walk_to("back", "lock")
    assert stage.conductor.visit == before, "the resident's guide is where it was"


@pytest.mark.parametrize("answer", ["choice.tu-75", "choice.70-74"])
def test_behind_a_private_question_a_ticket_is_about_that_question(answer: str) -> None:
    keeper = HandTickets()
    stage = opened(keeper)
    stage.walk_to("begin", "topic.an-sinh", "flow.huu-tri-xa-hoi", answer)
    stage.walk_to(*TO_TICKETS, *ASKED)
    assert [question.at for question in keeper.asked] == [("huu-tri-xa-hoi", "tuoi")]


def test_at_the_invitation_a_question_is_about_no_guide() -> None:
    keeper = HandTickets()
    stage = opened(keeper)
    stage.walk_to(*TO_TICKETS, *ASKED)
    assert [question.at for question in keeper.asked] == [None]
    assert stage.notebook.lines == [], "no visit has begun"


def test_nothing_is_handed_in_twice_by_a_second_touch() -> None:
    keeper = HandTickets(slow=True)
    stage = opened(keeper)
    stage.walk_to("staff", f"member.{MAI.id}", *typed(), "tickets", *ASKED, "urgency.now", "urgency.now")
    keeper.answer()
    assert len(keeper.asked) == 1


def test_who_went_on_before_the_number_came_finds_the_ticket_in_the_list() -> None:
    keeper = HandTickets(slow=True)
    stage = opened(keeper)
    stage.walk_to(*TO_TICKETS)
    keeper.answer()
    stage.walk_to(*ASKED)
    assert stage.conductor.page.place == "ticket.keeping"
    stage.walk_to("lock")
    keeper.answer()
    assert stage.conductor.nobody_is_here
    stage.walk_to(*TO_TICKETS)
    keeper.answer()
    assert stage.conductor.visit.stage == Tickets(keeper.tickets)
    assert len(keeper.tickets) == 1


@pytest.mark.parametrize("counter_", [TicketGate(), ticket_gate(HandTickets(broken=True))])
def test_where_tickets_cannot_be_kept_it_is_said_and_none_is_offered(counter_: TicketGate) -> None:
    stage = Stage(staff=staff_gate(), tickets=counter_)
    stage.walk_to(*TO_TICKETS)
    assert stage.conductor.visit.stage == Tickets((), trouble=True)
    assert stage.conductor.page.primary is None
    assert stage.conductor.page.sentence.startswith("Chưa ghi được phiếu hỏi.")


def test_trouble_while_handing_in_gives_no_number() -> None:
    keeper = HandTickets()
    stage = opened(keeper)
    stage.walk_to(*TO_TICKETS, *ASKED[:2])
    keeper.broken = True
    stage.walk_to("urgency.now")
    assert stage.conductor.visit.stage == HandedIn("", trouble=True)
    assert not isinstance(stage.conductor.page, QrProps)
    keeper.broken = False
    stage.walk_to("back")
    assert isinstance(stage.conductor.visit.stage, Tickets)


def test_the_wards_answer_is_shown_and_passing_it_on_is_written_once() -> None:
    keeper = HandTickets((ANSWERED,))
    stage = opened(keeper)
    stage.walk_to(*TO_TICKETS, f"ticket.{ANSWERED.number}")
    assert stage.conductor.page.heading == "Tổ phản ứng nhanh sẽ đến điểm này gặp bác."
    stage.walk_to("told")
    assert keeper.passed_on == [AnswerPassedOn(ANSWERED.number, "team-comes", MAI.id)]
    stage.walk_to(f"ticket.{ANSWERED.number}", "told")
    assert isinstance(stage.conductor.visit.stage, OneTicket)
    assert len(keeper.passed_on) == 1


def test_an_old_ticket_shows_its_number_again() -> None:
    stage = opened(HandTickets((ANSWERED,)))
    stage.walk_to(*TO_TICKETS, f"ticket.{ANSWERED.number}", "take-along")
    assert stage.conductor.page.heading == shown_number(ANSWERED.number)


@pytest.mark.parametrize(
    "nonsense", ["group.elderly", "urgency.now", "ticket.d3-9999-99", "told", "take-along", "done"]
)
def test_what_is_not_on_the_screen_does_nothing(nonsense: str) -> None:
    stage = opened(HandTickets((ANSWERED,)))
    stage.walk_to(*TO_TICKETS, nonsense)
    assert isinstance(stage.conductor.visit.stage, Tickets)
    stage.walk_to("new-ticket", nonsense)
    assert isinstance(stage.conductor.visit.stage, AskProblem)


def test_tickets_are_behind_the_door() -> None:
    keeper = HandTickets()
    stage = opened(keeper)
    stage.walk_to(*IN_GUIDE)
    here = stage.conductor.visit
    stage.walk_to("tickets", *ASKED)
    assert stage.conductor.visit == here
    assert isinstance(here.stage, Stepping)
    assert keeper.asked == []


def test_four_minutes_without_a_touch_lock_the_tickets_too() -> None:
    stage = opened(HandTickets())
    stage.walk_to(*TO_TICKETS, "new-ticket")
    stage.wait(241)
    assert stage.conductor.nobody_is_here
    stage.walk_to(*TO_TICKETS, "back")
    assert isinstance(stage.conductor.visit.stage, StaffMenu)


HELD = "PHIEU D3-0007-58"


def test_the_code_a_resident_brings_back_opens_its_ticket() -> None:
    stage = opened(HandTickets((ANSWERED,)))
    stage.walk_to(*TO_TICKETS)
    stage.conductor.held_up(HELD)
    assert stage.conductor.visit.stage == OneTicket(ANSWERED)


def test_a_ticket_of_another_point_shows_the_wards_answer_and_can_be_passed_on() -> None:
    keeper = HandTickets(answers=(("d6-0012-03", "go-to-police"),))
    stage = opened(keeper)
    stage.walk_to(*TO_TICKETS)
    stage.conductor.held_up("phieu d6-0012-03")
    page = stage.conductor.page
    assert page.heading == "Việc này làm ở công an phường. Mời bác đến đó."
    assert page.caption == "Phiếu của điểm khác"
    stage.walk_to("told")
    assert keeper.passed_on == [AnswerPassedOn("d6-0012-03", "go-to-police", MAI.id)]
    stage.conductor.held_up("PHIEU D6-0099-99")
    assert stage.conductor.page.heading == "Tổ phản ứng nhanh chưa trả lời."
    assert stage.conductor.page.primary is None


@pytest.mark.parametrize("text", ["", "PHIEU", "PHIEU 0912345678", "PHIEU D3-0007-58 Bà Lan", "D3-0007-58"])
def test_what_is_no_code_of_a_ticket_opens_none(text: str) -> None:
    stage = opened(HandTickets((ANSWERED,)))
    stage.walk_to(*TO_TICKETS)
    stage.conductor.held_up(text)
    assert isinstance(stage.conductor.visit.stage, Tickets)


def test_elsewhere_the_code_of_a_ticket_opens_nothing_of_staffs() -> None:
    stage = opened(HandTickets((ANSWERED,)))
    stage.walk_to(*IN_GUIDE)
    stage.conductor.held_up(HELD)
    assert stage.conductor.page.place.startswith("card.unread")


def at_urgency(problem: str, phone: str = "", hour: int | None = 19, time: str = "09:41") -> Stage:
    stage = Stage(staff=staff_gate(), tickets=ticket_gate(HandTickets()), further=Further())
    around = stage.conductor.around
    sign = around.sign._replace(help_phone=phone)
    stage.conductor.surround(
        *replace(
            around,
            sign=sign,
            setup=replace(around.setup, export_hour=hour),
            clock=replace(around.clock, time=time),
        ).parts
    )
    stage.walk_to(*TO_TICKETS, "new-ticket", f"problem.{problem}")
    return stage


@pytest.mark.parametrize(
    ("hour", "time", "leaves"),
    [
        (19, "09:41", "Phiếu đi theo lần gửi lúc 19\u00a0giờ hôm nay."),
        (21, "21:00", "Phiếu đi theo lần gửi lúc 21\u00a0giờ ngày mai."),
        (19, "", "Phiếu đi theo lần gửi lúc 19\u00a0giờ mỗi ngày."),
        (None, "09:41", "Máy này không gửi qua mạng. Phiếu đi khi số liệu được chép ra USB."),
    ],
)
def test_when_a_ticket_leaves_is_said_before_and_after_it_is_handed_in(
    hour: int | None, time: str, leaves: str
) -> None:
    stage = at_urgency("service-down", "02438221234", hour, time)
    told = f"{leaves} Sau đó mới có trả lời. Bác xem trả lời ở máy này."
    call = "Bác cần ngay thì gọi 024\u00a03822\u00a01234."
    assert stage.conductor.page.sentence == f"{leaves} {call}"
    stage.walk_to("urgency.now")
    assert stage.conductor.page.sentence.endswith(f"{told} {call}")


def test_who_may_have_been_cheated_is_told_first_not_to_wait() -> None:
    guide = residents_guides().flows["lua-dao-da-mac"].title.in_("vi")
    stage = at_urgency("suspected-scam", "02438221234")
    scam = "Nghi bị lừa thì bác đừng đợi phiếu. Bác gọi ngay 024\u00a03822\u00a01234."
    scam = f"{scam} Bác mở ngay bài “{guide}”."
    assert stage.conductor.page.sentence.startswith(scam)
    stage.walk_to("urgency.whenever")
    assert stage.conductor.page.sentence.startswith(scam)


def test_the_guide_that_is_named_is_opened_from_there_but_never_before_who_is_there_was_told() -> None:
    for visit, stages in (((), (AssistNotice("lua-dao-da-mac"),)), (IN_GUIDE, (CHEATED,))):
        for on in ((), ("urgency.whenever",)):
            stage = Stage(staff=staff_gate(), tickets=ticket_gate(HandTickets()))
            stage.walk_to(*visit, *TO_TICKETS, "new-ticket", "problem.suspected-scam", *on)
            assert stage.conductor.page.bar[0].slot == "open-guide"
            stage.walk_to("open-guide")
            assert stage.conductor.visit.stages[-1:] == stages
            assert stage.conductor.visit.preferences.speech_on, "in the resident's own look"
    stage = at_urgency("suspected-scam")
    stage.walk_to("open-guide", "notice.yes", "group.elderly", "skip")
    assert stage.conductor.visit.stages == (Home(), CHEATED)
    stage = at_urgency("service-down")
    stage.walk_to("open-guide")
    assert isinstance(stage.conductor.visit.stage, AskUrgency)


def test_what_the_ward_does_not_know_yet_leaves_at_no_hour() -> None:
    stage = at_urgency("service-down")
    stage.conductor.surround(replace(stage.conductor.around.cards, known_to_ward=False))
    leaves = "Phường chưa cấp giấy cho máy này. Có giấy rồi phiếu mới đi được."
    assert stage.conductor.page.sentence.startswith(leaves)
    stage.walk_to("urgency.now")
    assert leaves in stage.conductor.page.sentence and "19" not in stage.conductor.page.sentence


def test_where_the_config_names_no_number_none_is_invented() -> None:
    for problem in ("service-down", "suspected-scam"):
        sentence = at_urgency(problem).conductor.page.sentence
        assert not re.search(r"gọi|\d{3}", sentence)
    assert "Bác cần ngay thì hỏi cán bộ phường." in at_urgency("service-down").conductor.page.sentence


def test_a_ticket_without_an_answer_says_where_the_answer_will_be() -> None:
    keeper = HandTickets((Ticket("d3-0007-58", "no-nfc", "whenever", None),))
    stage = opened(keeper)
    stage.conductor.surround(replace(stage.conductor.around.setup, export_hour=19))
    stage.walk_to(*TO_TICKETS, "ticket.d3-0007-58")
    assert "lúc 19\u00a0giờ mỗi ngày. Sau đó mới có trả lời." in stage.conductor.page.sentence
