-- Who is on call, who was told, and the e-mails that say only "something waits".

create table app.duty_shifts (
  id uuid primary key,
  created_at timestamptz not null,
  org_id uuid not null references app.organisations (id),
  staff_id uuid not null references app.staff (id),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  rank integer not null default 1 check (rank between 1 and 20),
  made_by uuid references app.staff (id),
  ended_at timestamptz,
  check (starts_at < ends_at)
);
comment on table app.duty_shifts is 'The duty list: who is on call from when to when, in which order. Shown in the organisation''s own time zone.';
create index duty_shifts_now_idx on app.duty_shifts (org_id, starts_at, ends_at) where ended_at is null; -- who is on call now

create table app.duty_alerts (
  id uuid primary key,
  created_at timestamptz not null,
  org_id uuid not null references app.organisations (id),
  subject_kind text not null check (subject_kind in ('report', 'referral')),
  subject_id uuid not null,
  staff_id uuid not null references app.staff (id),
  step integer not null,
  pass_on_at timestamptz not null,
  opened_at timestamptz,
  passed_at timestamptz,
  unique (subject_id, org_id, staff_id)
);
comment on table app.duty_alerts is 'What is in danger was put before this person; if nobody opens it in time it goes to the next on the list, at last to the supervisors.';
create index duty_alerts_waiting_idx on app.duty_alerts (pass_on_at) where opened_at is null and passed_at is null; -- the job that goes on to the next
create index duty_alerts_mine_idx on app.duty_alerts (staff_id, created_at) where opened_at is null; -- Today

create table app.notices (
  id uuid primary key,
  created_at timestamptz not null,
  staff_id uuid not null references app.staff (id),
  org_id uuid not null references app.organisations (id),
  kind text not null,
  dedupe text not null,
  subject_kind text,
  subject_id uuid,
  case_id uuid,
  tries integer not null default 0,
  next_try_at timestamptz not null,
  sent_at timestamptz,
  given_up_at timestamptz,
  seen_at timestamptz,
  unique (staff_id, dedupe)
);
comment on table app.notices is 'Outbox of notices to staff. The e-mail holds no content and carries this id as Message-ID, so a second delivery after a crash is the same letter.';
create index notices_unsent_idx on app.notices (next_try_at) where sent_at is null and given_up_at is null; -- what to send now
create index notices_mine_idx on app.notices (staff_id, created_at desc); -- news on Today

call app.guard('app.duty_shifts');
call app.guard('app.duty_alerts');
call app.guard('app.notices');
call app.journaled('app.duty_shifts');

create policy own_org on app.duty_shifts for select to payung_staff using (org_id = (select app.org()));
create policy plan on app.duty_shifts for insert to payung_staff with check (org_id = (select app.org()) and (select app.has_role('supervisor')));
create policy plan_end on app.duty_shifts for update to payung_staff using (org_id = (select app.org()) and (select app.has_role('supervisor'))) with check (org_id = (select app.org()));
grant select, insert on app.duty_shifts to payung_staff;
grant update (ended_at) on app.duty_shifts to payung_staff;
create policy jobs on app.duty_shifts for select to payung_job using (true);
grant select on app.duty_shifts to payung_job;

create policy own_org on app.duty_alerts for select to payung_staff using (org_id = (select app.org()) and (select app.reads_cases()));
create policy opened on app.duty_alerts for update to payung_staff using (org_id = (select app.org()) and (select app.reads_cases())) with check (org_id = (select app.org()));
grant select on app.duty_alerts to payung_staff;
grant update (opened_at) on app.duty_alerts to payung_staff;
create policy jobs on app.duty_alerts to payung_job using (true) with check (true);
grant select, insert, update on app.duty_alerts to payung_job;

create policy mine on app.notices for select to payung_staff using (staff_id = (select app.staff()));
create policy seen on app.notices for update to payung_staff using (staff_id = (select app.staff())) with check (staff_id = (select app.staff()));
create policy tell on app.notices for insert to payung_staff with check (true);
grant select, insert on app.notices to payung_staff;
grant update (seen_at) on app.notices to payung_staff;
create policy jobs on app.notices to payung_job using (true) with check (true);
grant select, insert, update, delete on app.notices to payung_job;
