-- An overlap or a hole in competence is itself a finding. The register holds what the law leaves open (need, place, kind) and
-- who ruled what about it, and nothing of a case. Which case showed it lies in a table of its own, behind need to know.
create table app.competence_findings (
  id uuid primary key,
  org_id uuid not null references app.organisations (id),
  kind text not null check (kind in ('overlap', 'hole')),
  need text not null,
  place text not null check (place in ('abroad', 'home', 'unknown')),
  state text not null default 'open' check (state in ('open', 'settled')),
  key_id uuid references app.data_keys (id),
  ruling_sealed bytea,
  settled_by uuid references app.staff (id),
  settled_at timestamptz,
  version integer not null default 1,
  check ((state = 'settled') = (ruling_sealed is not null)),
  check ((ruling_sealed is null) = (key_id is null)),
  check ((ruling_sealed is null) = (settled_by is null)),
  check ((ruling_sealed is null) = (settled_at is null))
);
comment on table app.competence_findings is 'Overlaps and holes in competence that a case showed, without the case: need, place, kind, and the ruling.';
comment on column app.competence_findings.ruling_sealed is 'Who should act and on which article, in words; under a key of its own, because no case may carry it away.';
create index competence_findings_list_idx on app.competence_findings (state, id); -- listFindings of a task force
create index competence_findings_org_idx on app.competence_findings (org_id, state, id); -- listFindings of a body

create table app.competence_finding_cases (
  finding_id uuid primary key,
  created_at timestamptz not null,
  case_id uuid not null references app.cases (id),
  org_id uuid not null references app.organisations (id),
  kind text not null,
  need text not null,
  place text not null,
  rules text[] not null default '{}',
  phase text not null,
  person_kind text not null,
  bodies text[] not null default '{}',
  as_of date not null,
  rulebook_version text not null,
  -- The same finding is not written twice; saveFinding leans on it.
  unique (case_id, org_id, need, kind, place)
);
alter table app.competence_finding_cases add constraint competence_finding_cases_finding_fkey
  foreign key (finding_id) references app.competence_findings (id) deferrable initially deferred;
comment on table app.competence_finding_cases is 'Which case showed a finding, and what of it mattered. Only for who may open the case.';
comment on column app.competence_finding_cases.rules is 'The rules of the chapter on competence that name it; none where the table itself shows it.';

call app.guard('app.competence_findings');
call app.guard('app.competence_finding_cases');
call app.journaled('app.competence_findings');
call app.journaled('app.competence_finding_cases');

create policy own_register on app.competence_findings for select to payung_staff
  using (org_id = (select app.org()) and (select app.reads_cases()));
-- A task force settles who acts between bodies: it reads what is open everywhere, and no case.
create policy task_force on app.competence_findings for select to payung_staff
  using ((select app.has_role('task-force-member')));
create policy note_it on app.competence_findings for insert to payung_staff
  with check (org_id = (select app.org()) and state = 'open' and (select app.reads_cases()));
create policy settle on app.competence_findings for update to payung_staff
  using ((org_id = (select app.org()) and (select app.has_role('supervisor'))) or (select app.has_role('task-force-member')))
  with check (state = 'settled' and settled_by = (select app.staff()));
grant select, insert on app.competence_findings to payung_staff;
grant update (state, key_id, ruling_sealed, settled_by, settled_at, version) on app.competence_findings to payung_staff;

create policy own_items on app.competence_finding_cases for select to payung_staff
  using (org_id = (select app.org()) and app.can_open(case_id));
create policy own_items_add on app.competence_finding_cases for insert to payung_staff
  with check (org_id = (select app.org()) and app.can_open(case_id));
grant select, insert on app.competence_finding_cases to payung_staff;

-- Figures for analysts: of all bodies together, and a small number is not told.
create policy counted on app.competence_findings for select to payung_system using (true);
grant select on app.competence_findings to payung_system;
create function app.count_competence_findings()
  returns table (need text, place text, kind text, state text, found bigint)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select f.need, f.place, f.kind, f.state, case when count(*) < 5 then null else count(*) end
    from app.competence_findings f
    where app.has_role('analyst', 'supervisor', 'task-force-member')
    group by f.need, f.place, f.kind, f.state
  $$;
alter function app.count_competence_findings() owner to payung_system;
revoke all on function app.count_competence_findings from public;
grant execute on function app.count_competence_findings to payung_staff;
comment on function app.count_competence_findings is 'How often each overlap and hole was found, over all bodies; null where fewer than five.';
