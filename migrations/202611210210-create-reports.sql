-- Reports: what a stranger writes. The public role puts in and reads back only what its code opens.

create table app.reports (
  id uuid primary key,
  created_at timestamptz not null,
  channel text not null,
  about text not null,
  language text not null,
  org_id uuid not null references app.organisations (id),
  desk_since timestamptz not null,
  respond_by timestamptz not null,
  moved_count integer not null default 0,
  state text not null default 'waiting' check (state in ('waiting', 'taken', 'in-case', 'not-a-case')),
  danger text not null check (danger in ('now', 'soon', 'no', 'unknown')),
  urgency_suggested text not null check (urgency_suggested in ('darurat', 'tinggi', 'sedang', 'rendah')),
  urgency text not null check (urgency in ('darurat', 'tinggi', 'sedang', 'rendah')),
  urgency_rank smallint generated always as (case urgency when 'darurat' then 1 when 'tinggi' then 2 when 'sedang' then 3 else 4 end) stored,
  urgency_set_by uuid,
  case_types text[] not null default '{}',
  signals text[] not null default '{}',
  country text check (country ~ '^[A-Z]{2}$'),
  district text,
  people_count integer check (people_count between 1 and 100000),
  anonymous boolean not null,
  do_not_call boolean not null default false,
  touches_child boolean not null default false,
  kept_from_orgs uuid[] not null default '{}',
  kept_from_kinds text[] not null default '{}',
  key_id uuid not null references app.data_keys (id),
  sealed bytea not null,
  written_by_staff uuid references app.staff (id),
  opened_at timestamptz,
  taken_by uuid references app.staff (id),
  taken_at timestamptz,
  case_id uuid,
  joined_as text check (joined_as in ('concerned', 'other')),
  closed_as text check (closed_as in ('information', 'silent', 'abusive', 'duplicate', 'withdrawn')),
  closed_at timestamptz,
  withdrawn_at timestamptz,
  bulk_id uuid,
  demo boolean not null default false,
  version integer not null default 1,
  check ((state = 'waiting') = (taken_at is null) or state = 'not-a-case'),
  check ((state = 'in-case') = (case_id is not null)),
  check ((state = 'not-a-case') = (closed_as is not null)),
  check (not (org_id = any (kept_from_orgs)))
);
comment on table app.reports is 'One contact. Always owned by one desk; org_id changes only with a row in report_desks.';
comment on column app.reports.sealed is 'The draft (story, names, place in words, safe contact …) under the report''s own key.';
comment on column app.reports.kept_from_orgs is 'Bodies that the reporter named; the check keeps them from ever being the desk.';
create index reports_inbox_idx on app.reports (org_id, urgency_rank, respond_by) where state = 'waiting'; -- the inbox, danger first
create index reports_desk_idx on app.reports (org_id, created_at desc); -- all reports of a desk
create index reports_due_idx on app.reports (respond_by) where state = 'waiting'; -- the job that moves what nobody took
create index reports_case_idx on app.reports (case_id) where case_id is not null; -- the reports of a case

create table app.report_codes (
  code_hash bytea primary key,
  created_at timestamptz not null,
  report_id uuid not null references app.reports (id),
  holder text not null check (holder in ('first', 'second')),
  ended_at timestamptz
);
comment on table app.report_codes is 'Keyed hash of five words and PIN; the key is not in the database, so no slow hash is needed.';
create unique index report_codes_one_idx on app.report_codes (report_id, holder) where ended_at is null;

create table app.report_requests (
  key_hash bytea primary key,
  created_at timestamptz not null,
  report_id uuid not null references app.reports (id)
);
comment on table app.report_requests is 'The same message twice gives one report and the same code.';

create table app.report_desks (
  id uuid primary key,
  created_at timestamptz not null,
  report_id uuid not null references app.reports (id),
  org_id uuid not null references app.organisations (id),
  why text not null check (why in ('picked', 'place', 'head-office', 'silent', 'moved')),
  by_staff uuid references app.staff (id),
  until timestamptz,
  next_org_id uuid references app.organisations (id)
);
comment on table app.report_desks is 'Which desk owned a report when, and why it went on; the desk that lost it and the desk that got it both see the move.';
create index report_desks_org_idx on app.report_desks (org_id, created_at desc);
create index report_desks_report_idx on app.report_desks (report_id, created_at);

create table app.messages (
  id uuid primary key,
  created_at timestamptz not null,
  report_id uuid not null references app.reports (id),
  case_id uuid,
  org_id uuid not null references app.organisations (id),
  sender text not null check (sender in ('reporter', 'second', 'staff', 'system')),
  kind text not null default 'message' check (kind in ('message', 'contact-request', 'reopen-request', 'contact-change', 'question')),
  staff_id uuid references app.staff (id),
  key_id uuid not null references app.data_keys (id),
  sealed bytea not null,
  read_at timestamptz
);
comment on table app.messages is 'The two-way box between the holder of the code and the body that handles the report.';
create index messages_report_idx on app.messages (report_id, created_at);
create index messages_case_idx on app.messages (case_id, created_at) where case_id is not null;
create index messages_unread_idx on app.messages (org_id, created_at) where read_at is null and sender in ('reporter', 'second');

create table app.attachments (
  id uuid primary key,
  created_at timestamptz not null,
  report_id uuid references app.reports (id),
  case_id uuid,
  org_id uuid not null references app.organisations (id),
  sender text not null check (sender in ('reporter', 'second', 'staff')),
  media_type text not null,
  size_bytes integer not null check (size_bytes > 0),
  sha256 bytea not null,
  original_sha256 bytea not null,
  key_id uuid not null references app.data_keys (id),
  name_sealed bytea not null,
  sealed bytea not null,
  check (report_id is not null or case_id is not null)
);
comment on table app.attachments is 'Files, sealed. sha256 is of what we keep (metadata removed), original_sha256 of what arrived. Never served inline.';
alter table app.attachments alter column sealed set storage external;
create index attachments_report_idx on app.attachments (report_id) where report_id is not null;
create index attachments_case_idx on app.attachments (case_id) where case_id is not null;

create table app.consents (
  id uuid primary key,
  created_at timestamptz not null,
  report_id uuid references app.reports (id),
  case_id uuid,
  person_id uuid,
  org_id uuid not null references app.organisations (id),
  item text not null,
  reader_kind text not null,
  reader_org uuid references app.organisations (id),
  answer text not null check (answer in ('yes', 'no', 'not-asked', 'does-not-know')),
  given_by text not null check (given_by in ('self', 'guardian', 'reporter')),
  how text not null,
  language text,
  until timestamptz,
  by_staff uuid references app.staff (id),
  check (report_id is not null or case_id is not null)
);
comment on table app.consents is 'Append-only. The latest answer for item and reader counts; a withdrawal is a new row that says no.';
create index consents_report_idx on app.consents (report_id) where report_id is not null;
create index consents_case_idx on app.consents (case_id) where case_id is not null;

create table app.search_tokens (
  token bytea not null,
  subject_id uuid not null,
  kind text not null check (kind in ('name', 'sound', 'number', 'village', 'recruiter', 'code')),
  subject_kind text not null check (subject_kind in ('report', 'person', 'case')),
  org_id uuid not null references app.organisations (id),
  case_id uuid,
  created_at timestamptz not null default now(),
  primary key (org_id, token, subject_id, kind)
);
comment on table app.search_tokens is 'Keyed tokens of names, numbers and villages: look-up without clear text. Keys are not in the database.';
create index search_tokens_subject_idx on app.search_tokens (subject_id); -- rewriting the tokens of one subject

call app.guard('app.reports');
call app.guard('app.report_codes');
call app.guard('app.report_requests');
call app.guard('app.report_desks');
call app.guard('app.messages');
call app.guard('app.attachments');
call app.guard('app.consents');
call app.guard('app.search_tokens');
call app.journaled('app.reports');
call app.journaled('app.report_codes');
call app.journaled('app.messages');
call app.journaled('app.attachments');
call app.journaled('app.consents');

-- What the code in the visitor's hand opens. Invoker rights: the policies on report_codes apply.
create function app.held_report() returns uuid language sql stable as
  $$ select report_id from app.report_codes where code_hash = app.held_code() and ended_at is null $$;
create function app.holder() returns text language sql stable as
  $$ select holder from app.report_codes where code_hash = app.held_code() and ended_at is null $$;
grant execute on function app.held_report, app.holder to payung_public;

create policy possession on app.report_codes for select to payung_public using (code_hash = (select app.held_code()));
create policy put_in on app.report_codes for insert to payung_public with check (true);
create policy end_own on app.report_codes for update to payung_public
  using (report_id = (select app.held_report()) and (select app.holder()) = 'first') with check (holder = 'second');
grant select, insert on app.report_codes to payung_public;
grant update (ended_at) on app.report_codes to payung_public;

create policy possession on app.report_requests for select to payung_public using (key_hash = (select app.held_request()));
create policy put_in on app.report_requests for insert to payung_public with check (true);
grant select, insert on app.report_requests to payung_public;

create policy possession on app.reports for select to payung_public using (id = (select app.held_report()));
create policy put_in on app.reports for insert to payung_public
  with check (state = 'waiting' and written_by_staff is null and taken_by is null and case_id is null);
create policy change_own on app.reports for update to payung_public
  using (id = (select app.held_report()) and (select app.holder()) = 'first') with check (true);
grant select (id, created_at, channel, about, language, org_id, desk_since, respond_by, moved_count, state, danger, urgency,
              anonymous, opened_at, taken_at, case_id, joined_as, closed_as, closed_at, withdrawn_at, key_id, sealed, version, demo)
  on app.reports to payung_public;
grant insert (id, created_at, channel, about, language, org_id, desk_since, respond_by, danger, urgency_suggested, urgency,
              case_types, signals, country, district, people_count, anonymous, do_not_call, touches_child,
              kept_from_orgs, kept_from_kinds, key_id, sealed, demo)
  on app.reports to payung_public;
grant update (sealed, withdrawn_at, do_not_call, version) on app.reports to payung_public;

create policy put_in on app.report_desks for insert to payung_public with check (by_staff is null);
grant insert on app.report_desks to payung_public;

create policy possession on app.messages for select to payung_public using (report_id = (select app.held_report()) and kind <> 'contact-change');
create policy write on app.messages for insert to payung_public
  with check (report_id = (select app.held_report()) and sender in ('reporter', 'second') and staff_id is null);
grant select, insert on app.messages to payung_public;

create policy possession on app.attachments for select to payung_public using (report_id = (select app.held_report()));
create policy write on app.attachments for insert to payung_public
  with check (report_id = (select app.held_report()) and sender in ('reporter', 'second'));
grant select (id, created_at, report_id, sender, media_type, size_bytes) on app.attachments to payung_public;
grant insert on app.attachments to payung_public;

create policy possession on app.consents for select to payung_public using (report_id = (select app.held_report()) and (select app.holder()) = 'first');
create policy put_in on app.consents for insert to payung_public with check (by_staff is null and case_id is null);
grant select, insert on app.consents to payung_public;

create policy put_in on app.search_tokens for insert to payung_public with check (subject_kind = 'report');
grant insert on app.search_tokens to payung_public;
create policy held_key on app.data_keys for select to payung_public
  using (id in (select key_id from app.reports) and destroyed_at is null);
grant select on app.data_keys to payung_public;

-- Staff: the desk that owns the report, nobody else; never a body that the reporter named.
create policy desk on app.reports for select to payung_staff
  using (org_id = (select app.org()) and (select app.reads_cases()) and not (org_id = any (kept_from_orgs)));
create policy write_down on app.reports for insert to payung_staff
  with check (written_by_staff = (select app.staff()) and (select app.has_role('intake-officer', 'caseworker', 'supervisor')));
create policy work on app.reports for update to payung_staff
  using (org_id = (select app.org()) and (select app.has_role('intake-officer', 'caseworker', 'supervisor')))
  with check (true);
grant select, insert, update on app.reports to payung_staff;
create policy trail on app.report_desks for select to payung_staff
  using (org_id = (select app.org()) or next_org_id = (select app.org()));
create policy trail_add on app.report_desks for insert to payung_staff with check ((select app.reads_cases()));
create policy trail_end on app.report_desks for update to payung_staff using (org_id = (select app.org()) and (select app.reads_cases())) with check (true);
grant select, insert on app.report_desks to payung_staff;
grant update (until, next_org_id) on app.report_desks to payung_staff;
create policy make_codes on app.report_codes for insert to payung_staff
  with check (report_id in (select id from app.reports where written_by_staff = (select app.staff())));
grant insert on app.report_codes to payung_staff;
create policy replay on app.report_requests for select to payung_staff using (key_hash = (select app.held_request()));
create policy replay_add on app.report_requests for insert to payung_staff with check ((select app.reads_cases()));
grant select, insert on app.report_requests to payung_staff;
create policy tokens on app.search_tokens to payung_staff
  using (org_id = (select app.org()) and (select app.reads_cases())) with check ((select app.reads_cases()));
grant select, insert, delete on app.search_tokens to payung_staff;

-- Jobs act on the waiting, not on the story (which stays sealed unless the job opens it by its key).
create policy jobs on app.reports to payung_job using (true) with check (true);
create policy jobs on app.report_desks to payung_job using (true) with check (true);
create policy jobs on app.messages to payung_job using (true) with check (true);
create policy jobs on app.consents for select to payung_job using (true);
create policy jobs on app.search_tokens to payung_job using (true) with check (true);
create policy jobs on app.report_requests to payung_job using (true);
create policy jobs on app.attachments to payung_job using (true);
grant select, update on app.reports to payung_job;
grant select, insert, update on app.report_desks to payung_job;
grant select, insert on app.messages to payung_job;
grant select on app.consents to payung_job;
grant select, insert, delete on app.search_tokens to payung_job;
grant select, delete on app.report_requests to payung_job;
grant select (id, created_at, report_id, case_id, org_id, media_type, size_bytes) on app.attachments to payung_job;
