-- Trafficking screening of one person: rounds that are never overwritten, answers that are only added, two people for a
-- yes or a no. The database itself refuses a verdict of one person and a verdict over several persons.
create table app.screenings (
  id uuid primary key,
  created_at timestamptz not null,
  case_id uuid not null references app.cases (id),
  person_id uuid not null references app.persons (id),
  org_id uuid not null references app.organisations (id),
  started_by uuid not null references app.staff (id),
  round integer not null check (round > 0),
  state text not null default 'answering' check (state in ('answering', 'second-opinion', 'agreed', 'not-agreed', 'unclear')),
  answered_at timestamptz,
  first_screener uuid references app.staff (id),
  first_outcome text check (first_outcome in ('yes', 'no', 'unclear')),
  first_at timestamptz,
  second_screener uuid references app.staff (id),
  second_outcome text check (second_outcome in ('yes', 'no', 'unclear')),
  second_at timestamptz,
  outcome_agreed text check (outcome_agreed in ('yes', 'no', 'unclear')),
  rulebook_version text,
  key_id uuid not null references app.data_keys (id),
  first_sealed bytea,
  second_sealed bytea,
  version integer not null default 1,
  unique (case_id, person_id, org_id, round),
  check ((first_screener is null) = (first_outcome is null)),
  check ((first_screener is null) = (first_sealed is null)),
  check ((second_screener is null) = (second_outcome is null)),
  check ((second_screener is null) = (second_sealed is null)),
  check (second_screener is null or (first_screener is not null and second_screener <> first_screener)),
  check ((state = 'answering') = (first_screener is null)),
  check ((state in ('agreed', 'not-agreed')) = (second_screener is not null)),
  check ((state in ('agreed', 'not-agreed', 'unclear')) = (outcome_agreed is not null)),
  check (outcome_agreed is distinct from 'yes' or (first_outcome = 'yes' and second_outcome = 'yes')),
  check (outcome_agreed is distinct from 'no' or (first_outcome = 'no' and second_outcome = 'no'))
);
comment on table app.screenings is 'One round of a trafficking screening of one person. A yes or a no needs two different people; a new round keeps the old one.';
comment on column app.screenings.rulebook_version is 'Which text of the rulebook proposed the answer that the first screener saw.';
create index screenings_open_idx on app.screenings (org_id, state, created_at); -- listOpenScreenings
create index screenings_case_idx on app.screenings (case_id, person_id, round); -- listRounds
create unique index screenings_one_open_idx on app.screenings (case_id, person_id, org_id) where state in ('answering', 'second-opinion');

create table app.screening_answers (
  id uuid primary key,
  created_at timestamptz not null,
  screening_id uuid not null references app.screenings (id),
  case_id uuid not null references app.cases (id),
  org_id uuid not null references app.organisations (id),
  by_staff uuid not null references app.staff (id),
  number integer not null,
  key_id uuid not null references app.data_keys (id),
  sealed bytea not null,
  unique (screening_id, number) -- listSteps
);
comment on table app.screening_answers is 'Answers and evidence of a screening, sealed, append-only: what was answered before stays, contrary evidence too.';
comment on column app.screening_answers.number is 'The version of the screening that it made: two people cannot write the same step.';

-- One transaction concludes one person: a loop over several is refused like one statement over several.
create function app.one_person_at_a_time() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare already text := nullif(current_setting('app.screened', true), '');
begin
  if old.state in ('agreed', 'not-agreed', 'unclear') then
    raise exception 'a screening that ended is not changed: start another round' using errcode = 'restrict_violation';
  end if;
  if old.first_screener is not null and (new.first_screener, new.first_outcome, new.first_sealed, new.first_at)
     is distinct from (old.first_screener, old.first_outcome, old.first_sealed, old.first_at) then
    raise exception 'the first opinion stays as it was' using errcode = 'restrict_violation';
  end if;
  if new.state = old.state then
    return new;
  end if;
  if already is not null and already <> new.id::text then
    raise exception 'one person at a time' using errcode = 'restrict_violation';
  end if;
  perform set_config('app.screened', new.id::text, true);
  return new;
end $$;
create trigger one_person_at_a_time before update on app.screenings
  for each row execute function app.one_person_at_a_time();

call app.guard('app.screenings');
call app.guard('app.screening_answers');
call app.journaled('app.screenings');
call app.journaled('app.screening_answers');

create policy own_items on app.screenings for select to payung_staff
  using (org_id = (select app.org()) and app.can_open(case_id));
create policy own_items_add on app.screenings for insert to payung_staff
  with check (org_id = (select app.org()) and started_by = (select app.staff()) and state = 'answering'
    and app.can_open(case_id) and (select app.has_role('intake-officer', 'caseworker', 'supervisor'))
    and exists (select 1 from app.case_persons p where p.case_id = screenings.case_id and p.person_id = screenings.person_id));
create policy own_items_edit on app.screenings for update to payung_staff
  using (org_id = (select app.org()) and app.can_open(case_id) and (select app.has_role('intake-officer', 'caseworker', 'supervisor')))
  with check (org_id = (select app.org())
    -- A first or a second opinion is signed by the one who gives it.
    and (state = 'answering' or (select app.staff()) = coalesce(second_screener, first_screener)));
grant select, insert on app.screenings to payung_staff;
grant update (state, answered_at, first_screener, first_outcome, first_at, second_screener, second_outcome, second_at,
  outcome_agreed, rulebook_version, first_sealed, second_sealed, version) on app.screenings to payung_staff;

create policy own_items on app.screening_answers for select to payung_staff
  using (org_id = (select app.org()) and app.can_open(case_id));
create policy own_items_add on app.screening_answers for insert to payung_staff
  with check (org_id = (select app.org()) and by_staff = (select app.staff()) and app.can_open(case_id)
    and (select app.has_role('intake-officer', 'caseworker', 'supervisor'))
    and exists (select 1 from app.screenings s where s.id = screening_id and s.case_id = screening_answers.case_id and s.state = 'answering'));
grant select, insert on app.screening_answers to payung_staff;
