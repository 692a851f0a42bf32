-- The person's case, and one file for each organisation that works on it.

create table app.incidents (
  id uuid primary key,
  created_at timestamptz not null,
  org_id uuid not null references app.organisations (id),
  country text,
  happened text,
  key_id uuid not null references app.data_keys (id),
  sealed bytea not null,
  version integer not null default 1
);
comment on table app.incidents is 'One event, many cases (a raid, a vessel, a compound). happened is a partial date.';

create table app.cases (
  id uuid primary key,
  created_at timestamptz not null,
  code text not null unique,
  lead_org uuid not null references app.organisations (id),
  state text not null default 'open' check (state in ('open', 'closed')),
  reopened_at timestamptz,
  urgency text not null check (urgency in ('darurat', 'tinggi', 'sedang', 'rendah')),
  case_types text[] not null default '{}',
  country text,
  district text,
  phase text not null default 'unknown',
  protected boolean not null default false,
  protected_because text check (protected_because in ('insider', 'child', 'death-sentence', 'trafficker-near', 'other')),
  touches_child boolean not null default false,
  incident_id uuid references app.incidents (id),
  key_id uuid not null references app.data_keys (id),
  summary_sealed bytea,
  wish_sealed bytea,
  wish_at timestamptz,
  next_news_at timestamptz,
  closed_at timestamptz,
  closed_because text check (closed_because in ('own-word', 'three-attempts')),
  closed_result text check (closed_result in ('achieved', 'not-achieved', 'withdrawn')),
  demo boolean not null default false,
  version integer not null default 1,
  check ((state = 'closed') = (closed_at is not null)),
  check ((closed_at is null) = (closed_because is null)),
  check (protected = (protected_because is not null))
);
comment on table app.cases is 'The person''s case. It closes with the person''s own word or three documented attempts, never because an agency closed its file.';

create table app.case_files (
  case_id uuid not null references app.cases (id),
  org_id uuid not null references app.organisations (id),
  created_at timestamptz not null,
  is_lead boolean not null default false,
  assignee uuid references app.staff (id),
  state text not null default 'active' check (state in ('active', 'closed')),
  agency_closed_because text,
  agency_closed_at timestamptz,
  touched_at timestamptz not null,
  next_due_at timestamptz,
  code text not null,
  case_state text not null,
  urgency text not null,
  urgency_rank smallint generated always as (case urgency when 'darurat' then 1 when 'tinggi' then 2 when 'sedang' then 3 else 4 end) stored,
  case_types text[] not null,
  country text,
  phase text not null,
  protected boolean not null,
  touches_child boolean not null,
  version integer not null default 1,
  primary key (case_id, org_id),
  check ((state = 'closed') = (agency_closed_at is not null))
);
comment on table app.case_files is 'An organisation''s working file on a case; lists read only this. The columns after next_due_at repeat cases (trigger copy_case_to_files).';
create index case_files_list_idx on app.case_files (org_id, state, urgency_rank, next_due_at); -- the case list, most urgent first
create index case_files_touched_idx on app.case_files (org_id, touched_at) where state = 'active'; -- what nobody touched for N days
create index case_files_assignee_idx on app.case_files (org_id, assignee, state); -- load by officer, my cases
create index case_files_code_idx on app.case_files (org_id, code text_pattern_ops); -- search by code

create table app.protected_readers (
  id uuid primary key,
  created_at timestamptz not null,
  case_id uuid not null references app.cases (id),
  org_id uuid not null references app.organisations (id),
  staff_id uuid not null references app.staff (id),
  named_by uuid not null references app.staff (id),
  until timestamptz,
  emergency boolean not null default false,
  key_id uuid references app.data_keys (id),
  reason_sealed bytea,
  reviewed_by uuid references app.staff (id),
  reviewed_at timestamptz,
  review text check (review in ('justified', 'not-justified')),
  ended_at timestamptz,
  check (emergency = (reason_sealed is not null)),
  check (reviewed_by is null or reviewed_by <> staff_id)
);
comment on table app.protected_readers is 'Who may open a protected case: named by a supervisor, or for a short time in an emergency with a reason that a second person reviews.';
create index protected_readers_staff_idx on app.protected_readers (staff_id, case_id);
create index protected_readers_case_idx on app.protected_readers (case_id);

create table app.persons (
  id uuid primary key,
  created_at timestamptz not null,
  org_id uuid not null references app.organisations (id),
  key_id uuid not null references app.data_keys (id),
  sealed bytea not null,
  sex text not null default 'unknown' check (sex in ('female', 'male', 'other', 'unknown')),
  nationality text,
  origin_district text,
  is_minor text not null default 'unknown' check (is_minor in ('yes', 'no', 'maybe', 'unknown')),
  version integer not null default 1
);
comment on table app.persons is 'A person as one organisation knows him or her: names, other names, birth, documents, numbers, addresses are sealed under the person''s own key.';

create table app.case_persons (
  id uuid primary key,
  created_at timestamptz not null,
  case_id uuid not null references app.cases (id),
  person_id uuid not null references app.persons (id),
  org_id uuid not null references app.organisations (id),
  roles text[] not null check (cardinality(roles) > 0),
  category text not null default 'unknown',
  phase text not null default 'unknown',
  placement_way text not null default 'unknown',
  sector text not null default 'unknown',
  document_status text not null default 'unknown',
  social_security text not null default 'unknown',
  can_be_asked text not null default 'unknown' check (can_be_asked in ('yes', 'no', 'unknown')),
  tell_family text not null default 'unknown' check (tell_family in ('nothing', 'safe-only', 'contact', 'return', 'unknown')),
  ended_at timestamptz,
  version integer not null default 1,
  unique (case_id, person_id)
);
comment on table app.case_persons is 'A person in a case, with one or more roles. document_status is never a condition of help. tell_family is the person''s own word.';
create index case_persons_person_idx on app.case_persons (person_id); -- the other cases of one person

create table app.timeline_entries (
  id uuid primary key,
  created_at timestamptz not null,
  case_id uuid not null references app.cases (id),
  org_id uuid not null references app.organisations (id),
  by_staff uuid references app.staff (id),
  source_kind text not null,
  certainty text not null,
  shared boolean not null default false,
  contradicts uuid references app.timeline_entries (id),
  replaced_by uuid references app.timeline_entries (id),
  key_id uuid not null references app.data_keys (id),
  sealed bytea not null,
  version integer not null default 1
);
comment on table app.timeline_entries is 'Facts with approximate dates; contradictions stand side by side and none is the right one. The date is sealed with the words.';
create index timeline_entries_case_idx on app.timeline_entries (case_id, created_at);

create table app.case_actors (
  id uuid primary key,
  created_at timestamptz not null,
  case_id uuid not null references app.cases (id),
  org_id uuid not null references app.organisations (id),
  kind text not null,
  position integer not null,
  key_id uuid not null references app.data_keys (id),
  sealed bytea not null,
  ended_at timestamptz,
  version integer not null default 1
);
comment on table app.case_actors is 'Employer and chain of intermediaries, in order.';
create index case_actors_case_idx on app.case_actors (case_id, position);

create table app.needs (
  id uuid primary key,
  created_at timestamptz not null,
  case_id uuid not null references app.cases (id),
  person_id uuid references app.persons (id),
  kind text not null,
  state text not null default 'open' check (state in ('open', 'offered', 'in-progress', 'on-hold', 'met', 'not-met', 'cancelled')),
  owner_org uuid not null references app.organisations (id),
  opened_by_org uuid not null references app.organisations (id),
  urgency text not null check (urgency in ('darurat', 'tinggi', 'sedang', 'rendah')),
  split_from uuid references app.needs (id),
  key_id uuid references app.data_keys (id),
  sealed bytea,
  ended_at timestamptz,
  version integer not null default 1,
  check ((state in ('met', 'not-met', 'cancelled')) = (ended_at is not null))
);
comment on table app.needs is 'A need always has one owner; owner_org changes only by an accepted referral.';
create index needs_case_idx on app.needs (case_id);
create index needs_owner_idx on app.needs (owner_org, state, urgency);

create table app.referrals (
  id uuid primary key,
  created_at timestamptz not null,
  code text not null unique,
  case_id uuid not null references app.cases (id),
  need_id uuid not null references app.needs (id),
  from_org uuid not null references app.organisations (id),
  to_org uuid not null references app.organisations (id),
  by_staff uuid references app.staff (id),
  state text not null default 'requested'
    check (state in ('requested', 'received', 'accepted', 'rejected', 'in-progress', 'on-hold', 'completed', 'failed', 'cancelled')),
  urgency text not null check (urgency in ('darurat', 'tinggi', 'sedang', 'rendah')),
  urgency_rank smallint generated always as (case urgency when 'darurat' then 1 when 'tinggi' then 2 when 'sedang' then 3 else 4 end) stored,
  remind_at timestamptz not null,
  escalate_at timestamptz not null,
  due_at timestamptz not null,
  reminded_at timestamptz,
  escalated_at timestamptz,
  opened_at timestamptz,
  opened_by uuid references app.staff (id),
  decided_at timestamptz,
  decided_by uuid references app.staff (id),
  ended_because text,
  consent_basis text not null check (consent_basis in ('consent', 'guardian', 'exception')),
  exception_ground text,
  exception_review_due timestamptz,
  exception_reviewed_by uuid references app.staff (id),
  exception_reviewed_at timestamptz,
  exception_review text check (exception_review in ('upheld', 'not-upheld')),
  person_told_at timestamptz,
  previous_referral uuid references app.referrals (id),
  tried_orgs uuid[] not null default '{}',
  key_id uuid not null references app.data_keys (id),
  package_sealed bytea not null,
  package_digest bytea not null,
  words_sealed bytea,
  expires_at timestamptz,
  version integer not null default 1,
  check ((consent_basis = 'exception') = (exception_ground is not null)),
  check (exception_reviewed_by is null or exception_reviewed_by <> by_staff),
  check (from_org <> to_org)
);
comment on table app.referrals is 'An offer of a need to another body. The package is exactly what the receiver sees. Acceptance is a compare-and-set on state.';
create unique index referrals_one_offer_idx on app.referrals (need_id) where state in ('requested', 'received');
create unique index referrals_one_taker_idx on app.referrals (need_id) where state in ('accepted', 'in-progress', 'on-hold');
create index referrals_to_idx on app.referrals (to_org, state, urgency_rank, due_at); -- waiting for my acceptance
create index referrals_from_idx on app.referrals (from_org, state, due_at); -- what I sent
create index referrals_case_idx on app.referrals (case_id, created_at);
create index referrals_due_idx on app.referrals (due_at) where state in ('requested', 'received'); -- the job that moves silence on

create table app.tasks (
  id uuid primary key,
  created_at timestamptz not null,
  case_id uuid not null references app.cases (id),
  org_id uuid not null references app.organisations (id),
  assignee uuid references app.staff (id),
  kind text not null,
  urgency text not null check (urgency in ('darurat', 'tinggi', 'sedang', 'rendah')),
  urgency_rank smallint generated always as (case urgency when 'darurat' then 1 when 'tinggi' then 2 when 'sedang' then 3 else 4 end) stored,
  due_at timestamptz,
  source text not null default 'internal-target',
  need_id uuid references app.needs (id),
  referral_id uuid references app.referrals (id),
  next_org uuid references app.organisations (id),
  key_id uuid references app.data_keys (id),
  sealed bytea,
  paused_at timestamptz,
  done_at timestamptz,
  done_by uuid references app.staff (id),
  version integer not null default 1
);
comment on table app.tasks is 'What must be done by when; source is the article (instrument:article) or internal-target.';
create index tasks_today_idx on app.tasks (org_id, assignee, due_at) where done_at is null; -- Today
create index tasks_case_idx on app.tasks (case_id) where done_at is null;

create table app.notes (
  id uuid primary key,
  created_at timestamptz not null,
  case_id uuid not null references app.cases (id),
  org_id uuid not null references app.organisations (id),
  by_staff uuid not null references app.staff (id),
  class text not null check (class in ('general', 'care', 'legal')),
  corrects uuid references app.notes (id),
  key_id uuid not null references app.data_keys (id),
  sealed bytea not null
);
comment on table app.notes is 'Notes stay at home: no other organisation reads them. care and legal open only to the restricted readers.';
create index notes_case_idx on app.notes (case_id, created_at);

create table app.evidence (
  id uuid primary key,
  created_at timestamptz not null,
  case_id uuid not null references app.cases (id),
  org_id uuid not null references app.organisations (id),
  by_staff uuid references app.staff (id),
  attachment_id uuid references app.attachments (id),
  number integer not null,
  sha256 bytea,
  key_id uuid not null references app.data_keys (id),
  sealed bytea not null,
  version integer not null default 1,
  unique (case_id, org_id, number)
);
create table app.custody (
  id uuid primary key,
  created_at timestamptz not null,
  evidence_id uuid not null references app.evidence (id),
  case_id uuid not null references app.cases (id),
  org_id uuid not null references app.organisations (id),
  by_staff uuid references app.staff (id),
  action text not null check (action in ('taken-in', 'checked', 'handed-over', 'returned', 'copied')),
  intact boolean,
  key_id uuid references app.data_keys (id),
  sealed bytea
);
comment on table app.custody is 'Append-only: who held a piece of evidence when, and whether its hash still matched.';
create index custody_evidence_idx on app.custody (evidence_id, created_at);

create table app.contact_attempts (
  id uuid primary key,
  created_at timestamptz not null,
  case_id uuid not null references app.cases (id),
  org_id uuid not null references app.organisations (id),
  by_staff uuid not null references app.staff (id),
  way text not null,
  result text not null check (result in ('reached', 'no-answer', 'not-safe', 'wrong-number')),
  key_id uuid references app.data_keys (id),
  sealed bytea
);
comment on table app.contact_attempts is 'Three documented attempts may close a case when the person''s own word cannot be had.';
create index contact_attempts_case_idx on app.contact_attempts (case_id, created_at);

-- ---- who sees what ----
do $$ declare t text; begin
  foreach t in array array['incidents','cases','case_files','protected_readers','persons','case_persons','timeline_entries',
    'case_actors','needs','referrals','tasks','notes','evidence','custody','contact_attempts'] loop
    execute format('call app.guard(%L)', 'app.' || t);
    execute format('call app.journaled(%L)', 'app.' || t);
  end loop;
end $$;
alter table app.reports add constraint reports_case_fk foreign key (case_id) references app.cases (id);

-- Cases that are protected and that I may open by name (or for the hour of an emergency).
create function app.readable_protected() returns setof uuid language sql stable as
  $$ select case_id from app.protected_readers
     where staff_id = app.staff() and ended_at is null and (until is null or until > now()) $$;
-- May I open this case at all? One case, one row: used on the items of a case, never on lists.
create function app.can_open(wanted uuid) returns boolean language sql stable as
  $$ select exists (select 1 from app.case_files f where f.case_id = wanted and f.org_id = app.org()) $$;
grant execute on function app.readable_protected, app.can_open to payung_staff, payung_public;

create policy own_files on app.case_files for select to payung_staff
  using (org_id = (select app.org()) and (select app.reads_cases())
         and (not protected or case_id in (select app.readable_protected())));
-- A file may be opened on a case that my organisation leads or on which it accepted a need: never on a guessed number.
create function app.may_file(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as
  $$ select exists (select 1 from app.cases c where c.id = wanted and c.lead_org = app.org())
         or exists (select 1 from app.referrals r where r.case_id = wanted and r.to_org = app.org()
                    and r.state in ('accepted', 'in-progress', 'on-hold')) $$;
alter function app.may_file(uuid) owner to payung_system;
revoke all on function app.may_file from public;
grant execute on function app.may_file to payung_staff;
create policy files_of on app.cases for select to payung_system using (true);
create policy files_of on app.referrals for select to payung_system using (true);
grant select on app.cases, app.referrals to payung_system;
create policy own_files_add on app.case_files for insert to payung_staff
  with check (org_id = (select app.org()) and (select app.reads_cases()) and app.may_file(case_id));
create policy own_files_edit on app.case_files for update to payung_staff
  using (org_id = (select app.org()) and (select app.reads_cases()) and (not protected or case_id in (select app.readable_protected())))
  with check (true);
create policy by_file on app.cases for select to payung_staff using (app.can_open(id));
create policy open_case on app.cases for insert to payung_staff
  with check (lead_org = (select app.org()) and (select app.has_role('intake-officer', 'caseworker', 'supervisor')));
create policy lead_edits on app.cases for update to payung_staff
  using (lead_org = (select app.org()) and app.can_open(id)) with check (true);
grant select, insert, update on app.cases, app.case_files to payung_staff;

create policy named on app.protected_readers for select to payung_staff
  using (staff_id = (select app.staff()) or (org_id = (select app.org()) and (select app.has_role('supervisor'))));
create policy name_them on app.protected_readers for insert to payung_staff
  with check (org_id = (select app.org()) and named_by = (select app.staff())
    and ((emergency and staff_id = (select app.staff()) and until <= now() + interval '4 hours 5 minutes' and (select app.reads_cases()))
         or (not emergency and (select app.has_role('supervisor')))));
create policy review on app.protected_readers for update to payung_staff
  using (org_id = (select app.org()) and (select app.has_role('supervisor'))) with check (true);
grant select, insert on app.protected_readers to payung_staff;
grant update (reviewed_by, reviewed_at, review, ended_at, until) on app.protected_readers to payung_staff;

do $$ declare t text; begin
  -- Items that an organisation writes about its own file.
  foreach t in array array['case_actors','evidence','custody','contact_attempts','tasks','case_persons'] loop
    execute format('create policy own_items on app.%I for select to payung_staff using (org_id = (select app.org()) and app.can_open(case_id))', t);
    execute format('create policy own_items_add on app.%I for insert to payung_staff with check (org_id = (select app.org()) and app.can_open(case_id))', t);
    execute format('create policy own_items_edit on app.%I for update to payung_staff using (org_id = (select app.org()) and app.can_open(case_id)) with check (org_id = (select app.org()))', t);
    execute format('grant select, insert on app.%I to payung_staff', t);
  end loop;
end $$;
grant update on app.case_actors, app.evidence, app.tasks, app.case_persons to payung_staff;

create policy own_or_shared on app.timeline_entries for select to payung_staff
  using (app.can_open(case_id) and (org_id = (select app.org()) or shared));
create policy add on app.timeline_entries for insert to payung_staff with check (org_id = (select app.org()) and app.can_open(case_id));
create policy edit on app.timeline_entries for update to payung_staff using (org_id = (select app.org()) and app.can_open(case_id)) with check (org_id = (select app.org()));
grant select, insert on app.timeline_entries to payung_staff;
grant update (shared, contradicts, replaced_by, version) on app.timeline_entries to payung_staff;

create policy notes_general on app.notes for select to payung_staff
  using (org_id = (select app.org()) and app.can_open(case_id)
    and (class = 'general' or by_staff = (select app.staff())
      or (class = 'care' and (select app.has_role('restricted-reader-care')))
      or (class = 'legal' and (select app.has_role('restricted-reader-legal')))));
create policy notes_add on app.notes for insert to payung_staff
  with check (org_id = (select app.org()) and by_staff = (select app.staff()) and app.can_open(case_id));
grant select, insert on app.notes to payung_staff;

create policy own_persons on app.persons for select to payung_staff
  using (org_id = (select app.org()) and (select app.reads_cases())
    and exists (select 1 from app.case_persons cp where cp.person_id = persons.id));
create policy own_persons_add on app.persons for insert to payung_staff with check (org_id = (select app.org()) and (select app.reads_cases()));
create policy own_persons_edit on app.persons for update to payung_staff
  using (org_id = (select app.org()) and exists (select 1 from app.case_persons cp where cp.person_id = persons.id)) with check (org_id = (select app.org()));
grant select, insert, update on app.persons to payung_staff;

create policy lead_or_owner on app.needs for select to payung_staff
  using (app.can_open(case_id) and (owner_org = (select app.org()) or opened_by_org = (select app.org())
         or exists (select 1 from app.cases c where c.id = case_id and c.lead_org = (select app.org()))));
create policy add on app.needs for insert to payung_staff with check (app.can_open(case_id) and opened_by_org = (select app.org()));
create policy edit on app.needs for update to payung_staff
  using (app.can_open(case_id) and (owner_org = (select app.org()) or opened_by_org = (select app.org())
         or id in (select need_id from app.referrals r where r.to_org = (select app.org()) and r.state in ('requested', 'received', 'accepted', 'in-progress', 'on-hold'))))
  with check (true);
grant select, insert, update on app.needs to payung_staff;

create policy sides on app.referrals for select to payung_staff
  using ((select app.reads_cases()) and (to_org = (select app.org()) or (from_org = (select app.org()) and app.can_open(case_id))));
create policy offer on app.referrals for insert to payung_staff
  with check (from_org = (select app.org()) and app.can_open(case_id) and state = 'requested');
create policy act on app.referrals for update to payung_staff
  using ((select app.reads_cases()) and (to_org = (select app.org()) or from_org = (select app.org()))) with check (true);
grant select, insert, update on app.referrals to payung_staff;

create policy by_case on app.incidents to payung_staff
  using (org_id = (select app.org()) and (select app.reads_cases())) with check (org_id = (select app.org()) and (select app.reads_cases()));
grant select, insert, update on app.incidents to payung_staff;

-- Messages, attachments and consents follow the report's desk or the case's file.
create policy desk on app.messages for select to payung_staff
  using ((select app.reads_cases()) and case when case_id is null then org_id = (select app.org()) and report_id in (select id from app.reports) else app.can_open(case_id) and org_id = (select app.org()) end);
create policy desk_add on app.messages for insert to payung_staff
  with check (org_id = (select app.org()) and sender = 'staff' and staff_id = (select app.staff()));
create policy desk_edit on app.messages for update to payung_staff
  using (org_id = (select app.org()) and (select app.reads_cases())) with check (org_id = (select app.org()));
grant select, insert on app.messages to payung_staff;
grant update (read_at, case_id, org_id) on app.messages to payung_staff;
create policy desk on app.attachments for select to payung_staff
  using (org_id = (select app.org()) and (select app.reads_cases()) and case when case_id is null then report_id in (select id from app.reports) else app.can_open(case_id) end);
create policy desk_add on app.attachments for insert to payung_staff with check (org_id = (select app.org()) and sender = 'staff' and (select app.reads_cases()));
create policy desk_edit on app.attachments for update to payung_staff using (org_id = (select app.org()) and (select app.reads_cases())) with check (true);
grant select, insert on app.attachments to payung_staff;
grant update (case_id, org_id) on app.attachments to payung_staff;
create policy desk on app.consents for select to payung_staff
  using ((select app.reads_cases()) and (report_id in (select id from app.reports) or (case_id is not null and app.can_open(case_id))));
create policy desk_add on app.consents for insert to payung_staff
  with check (org_id = (select app.org()) and by_staff = (select app.staff()) and (case_id is null or app.can_open(case_id)));
grant select, insert on app.consents to payung_staff;

-- The follow page: plain steps of the held report's case, columns without a story.
create function app.held_case() returns uuid language sql stable as
  $$ select case_id from app.reports where id = app.held_report() $$;
grant execute on function app.held_case to payung_public;
create policy follow on app.cases for select to payung_public using (id = (select app.held_case()));
grant select (id, created_at, lead_org, state, reopened_at, next_news_at, closed_at, closed_result, key_id) on app.cases to payung_public;
create policy follow on app.needs for select to payung_public using (case_id = (select app.held_case()));
grant select (id, created_at, case_id, kind, state, owner_org) on app.needs to payung_public;
create policy follow on app.referrals for select to payung_public using (case_id = (select app.held_case()));
grant select (id, created_at, case_id, need_id, to_org, from_org, state, due_at, decided_at) on app.referrals to payung_public;

-- Jobs: silence moves on, clocks run, notifications go out.
do $$ declare t text; begin
  foreach t in array array['cases','case_files','needs','referrals','tasks','protected_readers','persons','case_persons'] loop
    execute format('create policy jobs on app.%I to payung_job using (true) with check (true)', t);
    execute format('grant select on app.%I to payung_job', t);
  end loop;
end $$;
grant insert, update on app.referrals, app.tasks, app.case_files to payung_job;
grant update on app.needs, app.cases, app.protected_readers to payung_job;

-- Files repeat what lists need of the case.
create function app.copy_case_to_files() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update app.case_files set code = new.code, case_state = new.state, urgency = new.urgency, case_types = new.case_types,
    country = new.country, phase = new.phase, protected = new.protected, touches_child = new.touches_child
  where case_id = new.id;
  return null;
end $$;
alter function app.copy_case_to_files() owner to payung_system;
create policy copies on app.case_files to payung_system using (true) with check (true);
grant select, update on app.case_files to payung_system;
create function app.fill_file_from_case() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  select c.code, c.state, c.urgency, c.case_types, c.country, c.phase, c.protected, c.touches_child
    into new.code, new.case_state, new.urgency, new.case_types, new.country, new.phase, new.protected, new.touches_child
    from app.cases c where c.id = new.case_id;
  return new;
end $$;
alter function app.fill_file_from_case() owner to payung_system;
create trigger fill_file_from_case before insert on app.case_files for each row execute function app.fill_file_from_case();
create trigger copy_case_to_files after update of state, urgency, case_types, country, phase, protected, touches_child on app.cases
  for each row execute function app.copy_case_to_files();

-- A case code per body and year, without a race: JHB-2026-0412.
create table app.case_numbers (
  org_id uuid not null references app.organisations (id),
  year integer not null,
  last integer not null,
  created_at timestamptz not null default now(),
  primary key (org_id, year)
);
call app.guard('app.case_numbers');
create policy counting on app.case_numbers to payung_staff, payung_job using (org_id = (select app.org())) with check (org_id = (select app.org()));
create policy counting_jobs on app.case_numbers to payung_job using (true) with check (true);
grant select, insert, update on app.case_numbers to payung_staff, payung_job;
