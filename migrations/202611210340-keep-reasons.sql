-- Why an officer decided: sealed, written once, read by the supervisor. And which likeness an officer has looked at and
-- found to be another person, so that it is not suggested again.
create table app.decision_reasons (
  id uuid primary key,
  created_at timestamptz not null,
  org_id uuid not null references app.organisations (id),
  by_staff uuid not null references app.staff (id),
  kind text not null check (kind in ('triage', 'moved', 'hand-over', 'number-opened')),
  report_id uuid references app.reports (id),
  key_id uuid not null references app.data_keys (id),
  sealed bytea not null
);
comment on table app.decision_reasons is 'Reasons in an officer''s words, sealed; append-only. Supervisors of the body read them.';
create index decision_reasons_org_idx on app.decision_reasons (org_id, created_at desc); -- listDecisionReasons
create index decision_reasons_report_idx on app.decision_reasons (report_id) where report_id is not null; -- erasing a report
call app.guard('app.decision_reasons');
create policy write_own on app.decision_reasons for insert to payung_staff
  with check (org_id = (select app.org()) and by_staff = (select app.staff()) and (select app.reads_cases()));
create policy supervisors on app.decision_reasons for select to payung_staff
  using (org_id = (select app.org()) and (select app.has_role('supervisor')));
grant select, insert on app.decision_reasons to payung_staff;

create table app.kept_apart (
  id uuid primary key,
  created_at timestamptz not null,
  org_id uuid not null references app.organisations (id),
  by_staff uuid not null references app.staff (id),
  report_id uuid not null references app.reports (id),
  other_id uuid not null,
  unique (report_id, other_id)
);
comment on table app.kept_apart is 'An officer looked: the report is about another person than this report or person (other_id).';
call app.guard('app.kept_apart');
create policy own_desk on app.kept_apart for select to payung_staff
  using (org_id = (select app.org()) and (select app.reads_cases()));
create policy own_desk_add on app.kept_apart for insert to payung_staff
  with check (org_id = (select app.org()) and by_staff = (select app.staff()) and (select app.reads_cases()));
grant select, insert on app.kept_apart to payung_staff;

alter table app.cases add column closed_reason text;
comment on column app.cases.closed_reason is 'The exact code of CLOSING_REASONS; closed_result is what the person reads.';
