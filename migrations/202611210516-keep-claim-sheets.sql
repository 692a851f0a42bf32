-- What an officer filled in for a claim (social security, fees) stays with the body's own file: papers that are there need
-- not be asked twice. Like notes it stays at home; only answers are kept, the conclusion is drawn again each time.
create table app.claim_sheets (
  id uuid primary key,
  created_at timestamptz not null,
  case_id uuid not null references app.cases (id),
  org_id uuid not null references app.organisations (id),
  question text not null check (question in ('social-security', 'placement-cost')),
  by_staff uuid not null references app.staff (id),
  changed_at timestamptz not null,
  key_id uuid not null references app.data_keys (id),
  sealed bytea not null,
  version integer not null default 1,
  unique (case_id, org_id, question) -- findClaimSheet
);
comment on table app.claim_sheets is 'Answers for one claim of a case, one sheet for each body and question. No other body reads them.';
comment on column app.claim_sheets.by_staff is 'Who changed it last.';

call app.guard('app.claim_sheets');
call app.journaled('app.claim_sheets');
create policy own_items on app.claim_sheets for select to payung_staff
  using (org_id = (select app.org()) and app.can_open(case_id));
create policy own_items_add on app.claim_sheets for insert to payung_staff
  with check (org_id = (select app.org()) and by_staff = (select app.staff()) and app.can_open(case_id));
create policy own_items_edit on app.claim_sheets for update to payung_staff
  using (org_id = (select app.org()) and app.can_open(case_id))
  with check (org_id = (select app.org()) and by_staff = (select app.staff()));
grant select, insert on app.claim_sheets to payung_staff;
grant update (by_staff, changed_at, sealed, version) on app.claim_sheets to payung_staff;
