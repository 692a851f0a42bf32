-- The same person again, and persons who are looked for. Proposals are computed by jobs from sealed values; what is stored is
-- codes and weights, and what people judged. Nothing is merged: which records belong together follows from the judgements.

create table app.person_matches (
  id uuid primary key,
  created_at timestamptz not null,
  org_id uuid not null references app.organisations (id),
  left_kind text not null check (left_kind in ('person', 'report')),
  left_id uuid not null,
  right_id uuid not null references app.persons (id),
  verdict text not null check (verdict in ('same-person', 'conflicting-identity')),
  model_version text not null,
  codes text[] not null check (cardinality(codes) > 0),
  weights real[] not null,
  chance real not null check (chance between 0 and 1),
  state text not null default 'open' check (state in ('open', 'same', 'not-same', 'unsure')),
  decided_by uuid references app.staff (id),
  decided_at timestamptz,
  version integer not null default 1,
  unique (left_id, right_id),
  check (left_id <> right_id),
  check (cardinality(codes) = cardinality(weights)),
  check ((decided_by is null) = (decided_at is null)),
  check (state = 'open' or decided_by is not null)
);
comment on table app.person_matches is 'A report or person that may be a person of the same body: codes of what agrees, and what people judged. Two verdicts, never one score.';
comment on column app.person_matches.codes is 'Steps of the sum (src/domain/linkage/step-codes.ts), with their weights beside; no value of anybody.';
create index person_matches_list_idx on app.person_matches (org_id, state, id); -- listMatches
create index person_matches_right_idx on app.person_matches (right_id); -- the proposals of one person

create table app.person_judgements (
  id uuid primary key,
  created_at timestamptz not null,
  match_id uuid not null references app.person_matches (id),
  org_id uuid not null references app.organisations (id),
  left_id uuid not null,
  right_id uuid not null,
  judged text not null check (judged in ('same', 'not-same', 'unsure', 'undone')),
  by_staff uuid not null references app.staff (id),
  key_id uuid not null references app.data_keys (id),
  reason_sealed bytea not null
);
comment on table app.person_judgements is 'Append-only: each judgement on a pair, with its reason. Clusters are worked out from the last word on each pair, so an undoing loses nothing.';
create index person_judgements_match_idx on app.person_judgements (match_id, id); -- the history of a proposal
create index person_judgements_org_idx on app.person_judgements (org_id, id); -- clusters

create table app.missing_searches (
  report_id uuid primary key references app.reports (id),
  created_at timestamptz not null,
  looked_at timestamptz not null
);
comment on table app.missing_searches is 'Who is looked for: reports of families. Compared in private with every new contact of every body; ends when the report ends, never because nobody was found.';

create table app.missing_matches (
  id uuid primary key,
  created_at timestamptz not null,
  org_id uuid not null references app.organisations (id),
  report_id uuid not null references app.missing_searches (report_id),
  subject_kind text not null check (subject_kind in ('person', 'report')),
  subject_id uuid not null,
  verdict text not null check (verdict in ('same-person', 'conflicting-identity')),
  model_version text not null,
  codes text[] not null check (cardinality(codes) > 0),
  weights real[] not null,
  key_id uuid not null references app.data_keys (id),
  seeker_sealed bytea not null,
  state text not null default 'open' check (state in ('open', 'not-this-person', 'to-tell', 'told')),
  told text check (told in ('alive', 'where', 'will-contact')),
  told_at timestamptz,
  version integer not null default 1,
  unique (report_id, subject_id),
  check ((state in ('to-tell', 'told')) = (told is not null)),
  check ((state = 'told') = (told_at is not null))
);
comment on table app.missing_matches is 'Somebody whom this body knows may be looked for. Belongs to the body that knows the person; the body that looks never sees it.';
comment on column app.missing_matches.seeker_sealed is 'Who says to be looking, under the key of the person found: needed to ask that person, and for nothing else.';
create index missing_matches_list_idx on app.missing_matches (org_id, state, id); -- listFound

create table app.family_wishes (
  id uuid primary key,
  created_at timestamptz not null,
  match_id uuid not null references app.missing_matches (id),
  org_id uuid not null references app.organisations (id),
  by_staff uuid not null references app.staff (id),
  wish text not null check (wish in ('tell-nothing', 'tell-alive', 'tell-where', 'contact-themselves', 'unclear', 'not-asked')),
  how text not null check (how in ('in-person', 'by-phone', 'by-video', 'in-writing', 'through-interpreter')),
  listened text not null check (listened in ('alone', 'not-alone', 'unknown')),
  knows_seeker text not null check (knows_seeker in ('yes', 'no', 'not-told')),
  key_id uuid not null references app.data_keys (id),
  words_sealed bytea not null
);
comment on table app.family_wishes is 'Append-only: what the person who was found wishes the family to be told, how it was asked and by whom. The last one counts.';
create index family_wishes_match_idx on app.family_wishes (match_id, id); -- the last wish

create table app.body_hints (
  id uuid primary key,
  created_at timestamptz not null,
  org_id uuid not null references app.organisations (id),
  person_id uuid not null references app.persons (id),
  other_org uuid not null references app.organisations (id),
  seen_at timestamptz,
  unique (person_id, other_org)
);
comment on table app.body_hints is 'Another body may know this person, and the person said there that bodies of this kind may know it. No record of the other body, and no code of it.';
create index body_hints_list_idx on app.body_hints (org_id, id); -- listHints

-- What the family is told hangs on the last wish, whoever asks: staff, a job or a mistake in the program.
create function app.require_wish() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare said app.family_wishes;
begin
  if new.state not in ('to-tell', 'told') or (old.state = new.state and old.told = new.told) then return new; end if;
  select * into said from app.family_wishes w where w.match_id = new.id order by w.id desc limit 1;
  if not found or said.listened <> 'alone' or said.knows_seeker <> 'yes'
     or new.told is distinct from (case said.wish when 'tell-alive' then 'alive' when 'tell-where' then 'where'
                                                  when 'contact-themselves' then 'will-contact' end) then
    raise exception 'the person has not said that the family may be told this' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger require_wish before update on app.missing_matches for each row execute function app.require_wish();
-- A match is found by a job and never begins told.
create function app.begins_open() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if new.state <> 'open' then raise exception 'a match begins open' using errcode = 'restrict_violation'; end if;
  return new;
end $$;
create trigger begins_open before insert on app.missing_matches for each row when (current_setting('role', true) <> 'payung_keep')
  execute function app.begins_open();

do $$ declare t text; begin
  foreach t in array array['person_matches', 'person_judgements', 'missing_searches', 'missing_matches', 'family_wishes', 'body_hints'] loop
    execute format('call app.guard(%L)', 'app.' || t);
    execute format('call app.journaled(%L)', 'app.' || t);
  end loop;
end $$;

-- A proposal is seen by who may see both of its records: a person in a protected case brings no proposal to others.
create policy both_sides on app.person_matches for select to payung_staff
  using (org_id = (select app.org()) and (select app.has_role('intake-officer', 'caseworker', 'supervisor'))
    and exists (select 1 from app.persons p where p.id = right_id)
    and case left_kind when 'person' then exists (select 1 from app.persons p where p.id = left_id)
                       else exists (select 1 from app.reports r where r.id = left_id) end);
create policy judge on app.person_matches for update to payung_staff
  using (org_id = (select app.org()) and (select app.has_role('intake-officer', 'caseworker', 'supervisor'))
    and exists (select 1 from app.persons p where p.id = right_id))
  with check (org_id = (select app.org()) and (decided_by is null or decided_by = (select app.staff())
    -- A program decides for a colleague, whom it names; it is no person itself.
    or (select app.staff()) is null));
grant select on app.person_matches to payung_staff;
grant update (state, decided_by, decided_at, version) on app.person_matches to payung_staff;

create policy both_sides on app.person_judgements for select to payung_staff
  using (org_id = (select app.org()) and exists (select 1 from app.person_matches m where m.id = match_id));
create policy judge on app.person_judgements for insert to payung_staff
  with check (org_id = (select app.org()) and (by_staff = (select app.staff()) or (select app.staff()) is null)
    and exists (select 1 from app.person_matches m where m.id = match_id and m.left_id = person_judgements.left_id
                and m.right_id = person_judgements.right_id));
grant select, insert on app.person_judgements to payung_staff;

-- The list of searches is the seeker's own casework. Nothing here says whether anybody was found.
create policy desk on app.missing_searches for select to payung_staff
  using ((select app.has_role('intake-officer', 'caseworker', 'supervisor', 'restricted-reader-care'))
    and exists (select 1 from app.reports r where r.id = report_id));
grant select on app.missing_searches to payung_staff;

-- Found persons: few people of the body that knows them, and only for persons whom they may see.
create policy few on app.missing_matches for select to payung_staff
  using (org_id = (select app.org()) and (select app.has_role('supervisor', 'restricted-reader-care'))
    and case subject_kind when 'person' then exists (select 1 from app.persons p where p.id = subject_id)
                          else exists (select 1 from app.reports r where r.id = subject_id) end);
create policy few_act on app.missing_matches for update to payung_staff
  using (org_id = (select app.org()) and (select app.has_role('supervisor', 'restricted-reader-care')))
  with check (org_id = (select app.org()) and state <> 'told');
grant select on app.missing_matches to payung_staff;
grant update (state, told, version) on app.missing_matches to payung_staff;

create policy few on app.family_wishes for select to payung_staff
  using (org_id = (select app.org()) and exists (select 1 from app.missing_matches m where m.id = match_id));
create policy few_ask on app.family_wishes for insert to payung_staff
  with check (org_id = (select app.org()) and by_staff = (select app.staff())
    and exists (select 1 from app.missing_matches m where m.id = match_id));
grant select, insert on app.family_wishes to payung_staff;

create policy overseers on app.body_hints for select to payung_staff
  using (org_id = (select app.org()) and (select app.has_role('supervisor')) and exists (select 1 from app.persons p where p.id = person_id));
create policy overseers_see on app.body_hints for update to payung_staff
  using (org_id = (select app.org()) and (select app.has_role('supervisor'))) with check (org_id = (select app.org()));
grant select on app.body_hints to payung_staff;
grant update (seen_at) on app.body_hints to payung_staff;

do $$ declare t text; begin
  foreach t in array array['person_matches', 'missing_searches', 'missing_matches', 'body_hints'] loop
    execute format('create policy jobs on app.%I to payung_job using (true) with check (true)', t);
    execute format('grant select, insert on app.%I to payung_job', t);
  end loop;
end $$;
create policy jobs on app.person_judgements for select to payung_job using (true);
create policy jobs on app.family_wishes for select to payung_job using (true);
grant select on app.person_judgements, app.family_wishes to payung_job;
grant update (looked_at) on app.missing_searches to payung_job;
grant update (state, told, told_at, version) on app.missing_matches to payung_job;
create policy jobs on app.kept_apart for select to payung_job using (true);
grant select on app.kept_apart to payung_job;
