"""Which rules are asked when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain

from flows.checking import (
    answer_pictures,
    buttons,
    changed,
    counts,
    dated,
    endings,
    facts,
    graph,
    languages,
    numbers,
    pictures,
    plain_text,
    polarity,
    privacy,
    safety,
    secrets,
    step_pictures,
    typed,
    wording,
)
from flows.guide.flow import Flow
from flows.guide.problems import Finding


def at_loading(flow: Flow, today: date) -> Iterator[Finding]:
    """What decides whether a guide is offered; fast enough for every start of the kiosk."""
    return chain(of_its_graph(flow), of_its_content(flow, today))


def of_its_graph(flow: Flow) -> Iterator[Finding]:
    """Only of a guide whose ways all lead somewhere; anything else raises `KeyError`."""
    if beyond := tuple(graph.situations_are_few(flow)):
        return iter(beyond)
    return chain(
        graph.every_step_is_reachable(flow),
        graph.every_step_comes_to_an_end(flow),
        graph.guards_leave_exactly_one_way(flow),
        graph.a_person_is_near(flow),
    )


def of_its_content(flow: Flow, today: date) -> Iterator[Finding]:
    """Each of these looks at one step, one text or one fact at a time."""
    return chain(
        facts.facts_have_sources(flow),
        facts.printed_codes_have_sources(flow),
        facts.printed_codes_lead_to_official_hosts(flow),
        facts.codes_lead_to_the_apps_meant(flow),
        facts.hotlines_rest_on_enough(flow),
        facts.review_is_due(flow, today),
        facts.some_source_is_left(flow),
        dated.last_days_can_be(flow, today),
        changed.changes_have_sources(flow),
        changed.two_pictures_show_what_moved(flow),
        safety.dangers_carry_the_safety_line(flow),
        safety.nothing_personal_is_typed_here(flow),
        secrets.secrets_are_told_to_nobody(flow),
        numbers.no_number_is_somebodys_own(flow),
        numbers.no_zero_denies_what_follows(flow),
        plain_text.text_is_plain(flow),
        wording.vietnamese_is_in_letters_of_ours(flow),
        wording.answers_differ(flow),
        pictures.one_place_to_touch(flow),
    )


def at_checking(flow: Flow, today: date, speakable: wording.Speakable) -> Iterator[Finding]:
    """What an officer is shown besides: never an error, so that the check and the kiosk refuse the same."""
    return chain(
        wording.every_sentence_can_be_spoken(flow, speakable),
        languages.words_are_translated(flow),
        languages.words_are_in_their_language(flow),
        languages.languages_are_their_own(flow),
        polarity.no_language_loses_a_denial(flow),
        polarity.simpler_words_forbid_the_same(flow),
        polarity.warnings_are_not_softened(flow),
        counts.small_numbers_are_the_same(flow),
        counts.simpler_words_count_the_same(flow),
        safety.translations_bring_no_danger_of_their_own(flow),
        safety.safety_lines_are_few(flow),
        endings.an_end_opens_the_guide_it_names(flow),
        endings.what_to_have_ready_is_short(flow),
        endings.urgent_help_waits_for_nothing(flow),
        typed.what_files_is_not_practised_for_real(flow),
        wording.sentences_are_short(flow),
        wording.passcode_is_explained(flow),
        numbers.numbers_are_the_same_in_every_language(flow),
        numbers.steps_say_the_number_they_show(flow),
        facts.sources_are_used(flow),
        dated.last_days_have_sources(flow),
        facts.day_checked_can_be(flow, today),
        facts.validity_is_bounded(flow),
        plain_text.text_is_one_line(flow),
        facts.hotlines_are_services(flow),
        facts.hotlines_are_looked_up_twice_a_year(flow, today),
        numbers.telephone_numbers_are_listed(flow),
        privacy.answers_that_tell_a_group_are_private(flow),
        pictures.pictures_stay_simple(flow),
        pictures.swipes_show_an_arrow(flow),
        pictures.slides_can_be_practised(flow),
        pictures.nothing_is_pressed_while_speaking(flow),
        typed.what_is_typed_is_the_guides_own(flow),
        answer_pictures.answer_pictures_can_be_drawn(flow),
        answer_pictures.answer_pictures_differ(flow),
        step_pictures.steps_name_their_picture(flow),
        step_pictures.step_pictures_can_be_drawn(flow),
        buttons.words_name_what_the_hand_shows(flow),
        buttons.button_names_are_kept(flow),
        pictures.nothing_points_where_not_to_touch(flow),
        wording.answers_are_not_swapped(flow),
        wording.steps_without_simpler_words(flow),
        wording.steps_without_example(flow),
        facts.unsure_steps(flow),
    )
