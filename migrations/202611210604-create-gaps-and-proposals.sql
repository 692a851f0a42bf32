-- Obstacles of the system that cases show, and the proposals to change them. The register is of all bodies and holds no case;
-- which case stands behind a gap lies in a table of its own, behind need to know, and leaves it only as a rounded number.

create table app.gaps (
  id uuid primary key,
  created_at timestamptz not null,
  org_id uuid not null references app.organisations (id),
  created_by uuid not null references app.staff (id),
  ref text unique check (ref ~ '^[a-z0-9-]+$'),
  code text not null check (code ~ '^[a-z-]+$'),
  law_kind text not null check (law_kind in ('norm', 'article', 'silent')),
  norm_id text check (length(norm_id) <= 100),
  instrument text check (length(instrument) <= 100),
  article text check (length(article) <= 200),
  finding_id uuid unique references app.competence_findings (id),
  state text not null default 'open'
    check (state in ('open', 'proposed', 'in-consultation', 'answered', 'solved', 'set-aside')),
  owner text check (owner ~ '^[a-z0-9-]+$'),
  key_id uuid references app.data_keys (id),
  words_sealed bytea,
  title_id text check (length(title_id) between 1 and 300),
  title_en text check (length(title_en) between 1 and 300),
  version integer not null default 1,
  check ((law_kind = 'norm') = (norm_id is not null) or law_kind = 'silent'),
  check (law_kind <> 'article' or (instrument is not null and article is not null)),
  check ((key_id is null) = (words_sealed is null)),
  check ((ref is null) = (words_sealed is not null)),
  check ((title_id is null) = (title_en is null))
);
comment on table app.gaps is 'Systemic obstacles: kind, the law it rests on or its silence, owner and state. No case and no person.';
comment on column app.gaps.ref is 'An entry of the reference files that somebody began to work on; its words stay in the files.';
comment on column app.gaps.words_sealed is 'What the officer wrote and where was searched; sealed, because a slip of the pen may name somebody.';
comment on column app.gaps.title_id is 'The sentence that everybody may read, written by a drafter; null while it is not public.';
create index gaps_list_idx on app.gaps (state, id); -- listGaps
create index gaps_org_idx on app.gaps (org_id); -- foreign key

create table app.gap_steps (
  id uuid primary key,
  created_at timestamptz not null,
  gap_id uuid not null references app.gaps (id),
  org_id uuid not null references app.organisations (id),
  by_staff uuid not null references app.staff (id),
  kind text not null check (kind in ('logged', 'state', 'owner', 'published')),
  from_code text,
  to_code text,
  key_id uuid references app.data_keys (id),
  reason_sealed bytea,
  check ((key_id is null) = (reason_sealed is null))
);
comment on table app.gap_steps is 'The history of a gap: each change of state, owner and public words, with its reason.';
create index gap_steps_gap_idx on app.gap_steps (gap_id, id); -- the history of a gap

create table app.gap_cases (
  gap_id uuid not null references app.gaps (id),
  case_id uuid not null references app.cases (id),
  org_id uuid not null references app.organisations (id),
  created_at timestamptz not null,
  by_staff uuid not null references app.staff (id),
  primary key (gap_id, case_id, org_id)
);
comment on table app.gap_cases is 'Which case stands behind a gap. Only for who may open the case; others get a rounded number.';
create index gap_cases_case_idx on app.gap_cases (case_id, org_id); -- the gaps of a case

create table app.proposals (
  id uuid primary key,
  created_at timestamptz not null,
  org_id uuid not null references app.organisations (id),
  created_by uuid not null references app.staff (id),
  ref text unique check (ref ~ '^[a-z0-9-]+$'),
  topic text not null check (topic ~ '^[a-z-]+$'),
  title text check (length(title) between 1 and 300),
  change text check (length(change) between 1 and 4000),
  to_whom text check (length(to_whom) <= 300),
  basis text[] not null default '{}',
  norms text[] not null default '{}',
  state text not null default 'draft'
    check (state in ('draft', 'sent', 'in-consultation', 'answered', 'adopted', 'refused', 'withdrawn')),
  audience text not null default 'internal' check (audience in ('internal', 'public')),
  version integer not null default 1,
  check ((ref is null) = (title is not null)),
  check ((title is null) = (change is null)),
  check (audience = 'internal' or state <> 'draft')
);
comment on table app.proposals is 'Proposals to change a rule or a practice. Drafts stay with the body that writes them.';
comment on column app.proposals.ref is 'A recommendation of the reference files that somebody began to work on; its words stay in the files.';
comment on column app.proposals.basis is 'Citations as "instrument|article".';
create index proposals_list_idx on app.proposals (state, id); -- listProposals
create index proposals_org_idx on app.proposals (org_id); -- foreign key

create table app.proposal_gaps (
  proposal_id uuid not null references app.proposals (id),
  gap_id uuid not null references app.gaps (id),
  primary key (proposal_id, gap_id)
);
comment on table app.proposal_gaps is 'Which gaps a proposal would close.';
create index proposal_gaps_gap_idx on app.proposal_gaps (gap_id); -- the proposals of a gap

create table app.proposal_events (
  id uuid primary key,
  created_at timestamptz not null,
  proposal_id uuid not null references app.proposals (id),
  org_id uuid not null references app.organisations (id),
  by_staff uuid not null references app.staff (id),
  kind text not null check (kind in ('consultation', 'position', 'response', 'state')),
  held_on date,
  body text check (length(body) <= 300),
  stance text check (stance in ('for', 'against', 'with-conditions')),
  agenda text check (length(agenda) <= 2000),
  attendance text check (length(attendance) <= 2000),
  outcome text check (length(outcome) <= 4000),
  decisions text check (length(decisions) <= 4000),
  next_on date,
  words text check (length(words) <= 4000),
  source text check (length(source) <= 500),
  from_code text,
  to_code text,
  audience text not null default 'internal' check (audience in ('internal', 'public')),
  check ((kind = 'position') = (stance is not null)),
  check ((kind = 'state') = (to_code is not null)),
  check (kind = 'state' or held_on is not null)
);
comment on table app.proposal_events is 'Consultations, positions and responses of bodies, and each change of state. Bodies and roles, never persons.';
create index proposal_events_proposal_idx on app.proposal_events (proposal_id, held_on, id); -- the history of a proposal

do $$ declare t text; begin
  foreach t in array array['gaps', 'gap_steps', 'gap_cases', 'proposals', 'proposal_gaps', 'proposal_events'] loop
    execute format('call app.guard(%L)', 'app.' || t);
    execute format('call app.journaled(%L)', 'app.' || t);
  end loop;
end $$;

-- Gaps: all staff read; who opens cases or drafts law writes one down; drafters carry it on.
create policy readers on app.gaps for select to payung_staff using (true);
create policy log_it on app.gaps for insert to payung_staff
  with check (org_id = (select app.org()) and created_by = (select app.staff()) and state = 'open' and title_id is null
              and (select app.has_role('intake-officer', 'caseworker', 'supervisor', 'law-drafter')));
create policy carry_on on app.gaps for update to payung_staff
  using ((select app.has_role('law-drafter'))) with check ((select app.has_role('law-drafter')));
create policy visitors on app.gaps for select to payung_public using (title_id is not null or ref is not null);
grant select, insert on app.gaps to payung_staff;
grant update (state, owner, title_id, title_en, version) on app.gaps to payung_staff;
grant select (id, created_at, ref, code, law_kind, norm_id, instrument, article, state, owner, title_id, title_en)
  on app.gaps to payung_public;

create policy readers on app.gap_steps for select to payung_staff using (true);
create policy note_it on app.gap_steps for insert to payung_staff
  with check (org_id = (select app.org()) and by_staff = (select app.staff())
              and (kind = 'logged' or (select app.has_role('law-drafter'))));
grant select, insert on app.gap_steps to payung_staff;

create policy own_items on app.gap_cases for select to payung_staff
  using (org_id = (select app.org()) and app.can_open(case_id));
create policy own_items_add on app.gap_cases for insert to payung_staff
  with check (org_id = (select app.org()) and by_staff = (select app.staff()) and app.can_open(case_id)
              and (select app.has_role('intake-officer', 'caseworker', 'supervisor')));
create policy own_items_end on app.gap_cases for delete to payung_staff
  using (org_id = (select app.org()) and app.can_open(case_id)
         and (select app.has_role('intake-officer', 'caseworker', 'supervisor')));
grant select, insert, delete on app.gap_cases to payung_staff;

-- The only way out of gap_cases for who may not open the case: each body's cases rounded down to fives, then added. Nobody can
-- work out the small number of another body, not even by linking and unlinking cases of his own.
create policy counted on app.gap_cases for select to payung_system using (true);
create policy counted on app.gaps for select to payung_system using (true);
grant select (gap_id, case_id, org_id) on app.gap_cases to payung_system;
grant select (id) on app.gaps to payung_system;
create function app.count_gap_cases() returns table (gap_id uuid, told bigint)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select g.gap_id, sum(g.n - g.n % 5)::bigint
    from (select c.gap_id, c.org_id, count(*) as n from app.gap_cases c group by c.gap_id, c.org_id) g
    group by g.gap_id having sum(g.n - g.n % 5) > 0
  $$;
alter function app.count_gap_cases() owner to payung_system;
revoke all on function app.count_gap_cases from public;
grant execute on function app.count_gap_cases to payung_staff, payung_public;
comment on function app.count_gap_cases is 'At least so many cases stand behind each gap, over all bodies; no row where every body has fewer than five. It takes no filter.';

-- Proposals: a draft is read by its own body only; what was sent is read by all staff; what is public by everybody.
create policy readers on app.proposals for select to payung_staff
  using (org_id = (select app.org()) or state <> 'draft' or ref is not null);
create policy write_it on app.proposals for insert to payung_staff
  with check (org_id = (select app.org()) and created_by = (select app.staff()) and (select app.has_role('law-drafter')));
create policy carry_on on app.proposals for update to payung_staff
  using ((org_id = (select app.org()) or ref is not null) and (select app.has_role('law-drafter')))
  with check ((org_id = (select app.org()) or ref is not null) and (select app.has_role('law-drafter')));
create policy visitors on app.proposals for select to payung_public using (audience = 'public' or ref is not null);
grant select, insert on app.proposals to payung_staff;
grant update (topic, title, change, to_whom, basis, norms, state, audience, version) on app.proposals to payung_staff;
grant select (id, created_at, org_id, ref, topic, title, change, to_whom, basis, norms, state, audience)
  on app.proposals to payung_public;

create policy readers on app.proposal_gaps for select to payung_staff
  using (exists (select 1 from app.proposals p where p.id = proposal_id));
create policy link_it on app.proposal_gaps for insert to payung_staff
  with check ((select app.has_role('law-drafter')) and exists (select 1 from app.proposals p where p.id = proposal_id));
create policy unlink_it on app.proposal_gaps for delete to payung_staff
  using ((select app.has_role('law-drafter'))
         and exists (select 1 from app.proposals p where p.id = proposal_id and (p.org_id = app.org() or p.ref is not null)));
create policy visitors on app.proposal_gaps for select to payung_public
  using (exists (select 1 from app.proposals p where p.id = proposal_id)
         and exists (select 1 from app.gaps g where g.id = gap_id));
grant select, insert, delete on app.proposal_gaps to payung_staff;
grant select on app.proposal_gaps to payung_public;

-- Any drafter adds the position or the answer of his body; a draft is not seen, so nothing can be added to it from outside.
create policy readers on app.proposal_events for select to payung_staff
  using ((org_id = (select app.org()) or audience = 'public' or kind = 'state')
         and exists (select 1 from app.proposals p where p.id = proposal_id));
create policy add_it on app.proposal_events for insert to payung_staff
  with check (org_id = (select app.org()) and by_staff = (select app.staff()) and (select app.has_role('law-drafter'))
              and exists (select 1 from app.proposals p where p.id = proposal_id));
create policy visitors on app.proposal_events for select to payung_public
  using (audience = 'public' and kind <> 'state' and exists (select 1 from app.proposals p where p.id = proposal_id));
grant select, insert on app.proposal_events to payung_staff;
grant select (id, proposal_id, kind, held_on, body, stance, outcome, decisions, next_on, words, source, audience)
  on app.proposal_events to payung_public;
