-- A ruling can be wrong: a later one takes its place, and the earlier one stays to be read.
create table app.competence_rulings (
  id uuid primary key,
  finding_id uuid not null references app.competence_findings (id),
  key_id uuid not null references app.data_keys (id),
  ruling_sealed bytea not null,
  settled_by uuid not null references app.staff (id),
  settled_at timestamptz not null
);
comment on table app.competence_rulings is 'Rulings on a finding that a later one replaced; the ruling in force stands on the finding.';
comment on column app.competence_rulings.ruling_sealed is 'Sealed for its first place, competence_findings.ruling_sealed.';
create index competence_rulings_finding_idx on app.competence_rulings (finding_id, settled_at); -- earlier rulings of findings

call app.guard('app.competence_rulings');
call app.journaled('app.competence_rulings');

-- Who may read a finding may read what was ruled about it before.
create policy of_finding on app.competence_rulings for select to payung_staff
  using (exists (select 1 from app.competence_findings f where f.id = finding_id));
create policy keep_earlier on app.competence_rulings for insert to payung_staff
  with check (
    (select app.has_role('supervisor', 'task-force-member'))
    and exists (select 1 from app.competence_findings f where f.id = finding_id)
  );
grant select, insert on app.competence_rulings to payung_staff;
