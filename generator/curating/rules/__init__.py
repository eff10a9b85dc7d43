"""What makes sense and what does not, rule by rule: each is a small function from the timeline to what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.curating.rules import dates, events, ids, likeness, media, order, sources, wording
from generator.curating.rules.subject import Finding, Subject

__all__ = ["RULES", "Finding", "Rule", "Subject"]

Rule = Callable[[Subject], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    ids.missing,
    ids.duplicate,
    ids.alias_in_use,
    ids.known_by_another,
    ids.duplicate_view,
    ids.shared_actor_name,
    sources.unknown,
    sources.unknown_original,
    sources.circular_original,
    sources.quote_from_digest,
    sources.never_cited,
    sources.not_findable,
    sources.published_later_than_today,
    sources.only_one,
    sources.http_where_https_exists,
    events.accepted_without_date,
    events.accepted_without_title,
    events.accepted_without_source,
    events.without_reason,
    events.rejected_with_text,
    events.unknown_related,
    dates.happened_after_it_was_reported,
    dates.a_day_after_its_source,
    dates.happened_later_than_today,
    dates.planned_and_past,
    dates.contradicted_by_citation,
    dates.time_without_a_day,
    dates.ends_before_it_begins,
    order.out_of_order,
    wording.cut_at_hash,
    wording.vague_title,
    wording.quote_too_long,
    wording.translation_out_of_date,
    likeness.near_duplicate,
    media.not_shown,
)
"""Every rule that `dateline check` applies."""
