-- The data-protection desk (UU 27/2022): requests, exports, legal holds, retention, breaches; and who may destroy a key.

create table app.rights_requests (
  id uuid primary key,
  created_at timestamptz not null,
  org_id uuid not null references app.organisations (id),
  report_id uuid references app.reports (id),
  case_id uuid references app.cases (id),
  kind text not null check (kind in ('access', 'correction', 'withdrawal', 'restriction', 'erasure')),
  via text not null check (via in ('follow-page', 'staff', 'api')),
  by_staff uuid references app.staff (id),
  identified_how text not null check (identified_how in ('code-and-pin', 'known-to-desk', 'document-shown', 'guardian')),
  state text not null default 'new' check (state in ('new', 'ready', 'confirming', 'erasing', 'answered', 'refused')),
  due_at timestamptz not null,
  paused_at timestamptz,
  prepared_by uuid references app.staff (id),
  prepared_at timestamptz,
  told_orgs uuid[] not null default '{}',
  decided_by uuid references app.staff (id),
  decided_at timestamptz,
  confirmed_by uuid references app.staff (id),
  confirmed_at timestamptz,
  refusal_basis text check (refusal_basis in ('pdp-15', 'pdp-31', 'pdp-33', 'pdp-50', 'legal-hold', 'not-identified')),
  answered_at timestamptz,
  ended_at timestamptz,
  key_id uuid not null references app.data_keys (id),
  words_sealed bytea not null,
  answer_sealed bytea,
  version integer not null default 1,
  check (report_id is not null or case_id is not null),
  check ((by_staff is null) = (via = 'follow-page')),
  check (paused_at is null or kind = 'erasure'),
  check ((state in ('answered', 'refused')) = (answered_at is not null)),
  check ((state = 'refused') = (refusal_basis is not null)),
  check (decided_by is null or decided_by is distinct from prepared_by),
  check (confirmed_by is null or confirmed_by is distinct from decided_by),
  check (kind <> 'erasure' or state not in ('erasing', 'answered') or confirmed_by is not null),
  check (kind = 'erasure' or (confirmed_by is null and state not in ('confirming', 'erasing')))
);
comment on table app.rights_requests is 'What a person asks about own data, with its clock. The words and the answer are sealed under a key of the request itself, so that the desk reads no case.';
comment on column app.rights_requests.paused_at is 'Only an erasure may wait: its clock is our own target (arts 43 to 45 name no hours). The clocks of arts 30, 32, 40 and 41 never stand still.';
comment on column app.rights_requests.told_orgs is 'Bodies that got data of this person and are told of a correction, restriction or erasure.';
create index rights_requests_list_idx on app.rights_requests (org_id, due_at) where state not in ('answered', 'refused'); -- the desk, next clock first
create index rights_requests_org_idx on app.rights_requests (org_id, created_at desc); -- all requests of a body
create index rights_requests_report_idx on app.rights_requests (report_id); -- the follow page
create index rights_requests_case_idx on app.rights_requests (case_id) where kind = 'restriction'; -- is this case restricted

create table app.rights_scope (
  id uuid primary key,
  created_at timestamptz not null,
  request_id uuid not null references app.rights_requests (id),
  subject_kind text not null check (subject_kind in ('report', 'person', 'case')),
  subject_id uuid not null,
  erased_at timestamptz,
  unique (request_id, subject_kind, subject_id)
);
comment on table app.rights_scope is 'What an erasure covers, named by the desk that may read it. Only keys of these subjects can be destroyed.';
create index rights_scope_subject_idx on app.rights_scope (subject_kind, subject_id); -- may this key be destroyed

create table app.rights_export_files (
  request_id uuid primary key references app.rights_requests (id),
  created_at timestamptz not null,
  org_id uuid not null references app.organisations (id),
  prepared_by uuid not null references app.staff (id),
  sha256 bytea not null,
  key_id uuid not null references app.data_keys (id),
  sealed bytea not null,
  released_by uuid references app.staff (id),
  released_at timestamptz,
  check ((released_by is null) = (released_at is null)),
  check (released_by is null or released_by <> prepared_by)
);
comment on table app.rights_export_files is 'What is held about one person, third persons masked. Made by the desk that may read the case, released unread by the data-protection officer, opened by the person.';

create table app.legal_holds (
  id uuid primary key,
  created_at timestamptz not null,
  org_id uuid not null references app.organisations (id),
  case_id uuid not null references app.cases (id),
  case_code text not null,
  reason text not null check (reason in ('court', 'investigation', 'restitution', 'audit', 'claim')),
  until date,
  by_staff uuid not null references app.staff (id),
  ended_at timestamptz,
  ended_by uuid references app.staff (id),
  version integer not null default 1,
  check ((ended_at is null) = (ended_by is null))
);
comment on table app.legal_holds is 'A case that nothing may erase while it stands, whoever asks.';
create index legal_holds_case_idx on app.legal_holds (case_id) where ended_at is null; -- is this case held
create index legal_holds_org_idx on app.legal_holds (org_id) where ended_at is null; -- the retention page

create table app.breach_records (
  id uuid primary key,
  created_at timestamptz not null,
  org_id uuid not null references app.organisations (id),
  found_at timestamptz not null,
  notice_due_at timestamptz not null,
  people_count integer check (people_count >= 0),
  key_id uuid not null references app.data_keys (id),
  sealed bytea not null,
  by_staff uuid not null references app.staff (id),
  persons_noticed_at timestamptz,
  authority_noticed_at timestamptz,
  noticed_by uuid references app.staff (id),
  version integer not null default 1
);
comment on table app.breach_records is 'A failure of protection (UU 27/2022 art 46): what, when and how, measures; written notice to the persons and the authority within 3×24 hours.';
create index breach_records_org_idx on app.breach_records (org_id, found_at desc); -- the breach page

create table app.retention_rules (
  kind text primary key check (kind ~ '^[a-z-]+$'),
  keep_days integer check (keep_days > 0),
  acts text not null check (acts in ('by-itself', 'proposes', 'never')),
  basis text not null check (basis in ('law', 'internal-target', 'unclear')),
  source text,
  confidence text not null check (confidence in ('verified', 'secondary', 'unverified')),
  version integer not null default 1,
  check (basis <> 'law' or source is not null)
);
comment on table app.retention_rules is 'How long each kind of data is kept. Where no law was read it says so: our own target, or unclear.';
insert into app.retention_rules (kind, keep_days, acts, basis, source, confidence) values
  ('visitor-counts', 1, 'by-itself', 'internal-target', null, 'verified'),
  ('sign-in-sessions', 30, 'by-itself', 'internal-target', null, 'verified'),
  ('sign-in-challenges', 1, 'by-itself', 'internal-target', null, 'verified'),
  ('report-requests', 30, 'by-itself', 'internal-target', null, 'verified'),
  ('notices', 90, 'by-itself', 'internal-target', null, 'verified'),
  ('export-files', 30, 'by-itself', 'internal-target', null, 'verified'),
  ('contacts-not-cases', 365, 'proposes', 'internal-target', null, 'unverified'),
  ('cases', 1825, 'proposes', 'unclear', null, 'unverified'),
  ('rights-requests', 1825, 'never', 'unclear', null, 'unverified'),
  ('breaches', 1825, 'never', 'unclear', null, 'unverified'),
  ('accounts', null, 'never', 'internal-target', null, 'unverified'),
  ('journal', null, 'never', 'unclear', null, 'unverified'),
  ('public-facts', null, 'never', 'internal-target', null, 'verified');

create table app.retention_proposals (
  id uuid primary key,
  created_at timestamptz not null,
  kind text not null references app.retention_rules (kind),
  org_id uuid not null references app.organisations (id),
  subject_kind text not null check (subject_kind in ('report', 'case')),
  subject_id uuid not null,
  expired_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'approved', 'kept', 'erased')),
  decided_by uuid references app.staff (id),
  decided_at timestamptz,
  version integer not null default 1,
  unique (subject_kind, subject_id),
  check ((state = 'waiting') = (decided_by is null))
);
comment on table app.retention_proposals is 'Expired by its rule: a job proposes, a person decides. Ids only.';
create index retention_proposals_org_idx on app.retention_proposals (org_id, kind) where state = 'waiting'; -- the retention page

do $$ declare t text; begin
  foreach t in array array['rights_requests','rights_scope','rights_export_files','legal_holds','breach_records','retention_rules','retention_proposals'] loop
    execute format('call app.guard(%L)', 'app.' || t);
    execute format('call app.journaled(%L)', 'app.' || t);
  end loop;
end $$;

-- ---- requests ----
create function app.is_dpo() returns boolean language sql stable as $$ select app.has_role('data-protection-officer') $$;
grant execute on function app.is_dpo to payung_staff;

create policy own on app.rights_requests for select to payung_public
  using (report_id = (select app.held_report()) and (select app.holder()) = 'first');
create policy ask on app.rights_requests for insert to payung_public
  with check (report_id = (select app.held_report()) and (select app.holder()) = 'first' and via = 'follow-page' and state = 'new'
    and identified_how = 'code-and-pin' and org_id = (select r.org_id from app.reports r) and case_id is not distinct from (select r.case_id from app.reports r)
    and prepared_by is null and decided_by is null and answer_sealed is null and paused_at is null);
grant select (id, created_at, report_id, kind, state, due_at, answered_at, refusal_basis, key_id, answer_sealed) on app.rights_requests to payung_public;
grant insert (id, created_at, org_id, report_id, case_id, kind, via, identified_how, due_at, key_id, words_sealed) on app.rights_requests to payung_public;
create policy held_request_key on app.data_keys for select to payung_public
  using (destroyed_at is null and id in (select key_id from app.rights_requests));

create policy desk on app.rights_requests for select to payung_staff
  using (org_id = (select app.org()) and (select app.is_dpo()));
create policy case_desk on app.rights_requests for select to payung_staff
  using (org_id = (select app.org()) and (select app.reads_cases())
    and case when case_id is not null then app.can_open(case_id) else report_id in (select id from app.reports) end);
create policy write_down on app.rights_requests for insert to payung_staff
  with check (org_id = (select app.org()) and by_staff = (select app.staff()) and state = 'new' and via in ('staff', 'api')
    and (select app.has_role('intake-officer', 'caseworker', 'supervisor'))
    and (report_id is null or report_id in (select id from app.reports)) and (case_id is null or app.can_open(case_id)));
create policy work on app.rights_requests for update to payung_staff
  using (org_id = (select app.org()) and ((select app.is_dpo()) or ((select app.has_role('intake-officer', 'caseworker', 'supervisor'))
    and case when case_id is not null then app.can_open(case_id) else report_id in (select id from app.reports) end)))
  with check (org_id = (select app.org()));
grant select, insert on app.rights_requests to payung_staff;
grant update (state, case_id, paused_at, due_at, prepared_by, prepared_at, told_orgs, decided_by, decided_at, confirmed_by, confirmed_at,
  refusal_basis, answered_at, ended_at, answer_sealed, version) on app.rights_requests to payung_staff;

-- Who may write which step: each as himself, in order, and a closed request stays closed.
create function app.guard_rights_requests() returns trigger language plpgsql as $$
begin
  if current_setting('role', true) is distinct from 'payung_staff' then return new; end if;
  if old.state = 'refused' or (old.state = 'answered' and (new.state <> 'answered' or new.answered_at <> old.answered_at)) then
    raise exception 'this request is closed' using errcode = 'insufficient_privilege';
  end if;
  if old.state = 'erasing' then
    raise exception 'this request is with the erasing job' using errcode = 'insufficient_privilege';
  end if;
  if (new.prepared_by, new.prepared_at) is distinct from (old.prepared_by, old.prepared_at)
     and (new.prepared_by is distinct from app.staff() or old.state not in ('new', 'ready') or not app.has_role('intake-officer', 'caseworker', 'supervisor')) then
    raise exception 'the desk that reads the case prepares, as himself' using errcode = 'insufficient_privilege';
  end if;
  if (new.decided_by, new.decided_at) is distinct from (old.decided_by, old.decided_at)
     and (new.decided_by is distinct from app.staff() or not app.is_dpo()) then
    raise exception 'the data-protection officer decides, as himself' using errcode = 'insufficient_privilege';
  end if;
  if new.state in ('answered', 'refused', 'confirming') and new.state <> old.state
     and (not app.is_dpo() or new.decided_by is distinct from app.staff()) then
    raise exception 'the data-protection officer decides' using errcode = 'insufficient_privilege';
  end if;
  if new.state in ('answered', 'confirming') and new.state <> old.state and old.state <> 'ready' then
    raise exception 'the desk that reads the case prepares first' using errcode = 'insufficient_privilege';
  end if;
  if new.confirmed_by is distinct from old.confirmed_by
     and (new.confirmed_by is distinct from app.staff() or old.state <> 'confirming' or not app.has_role('supervisor')) then
    raise exception 'a supervisor confirms an erasure, as himself' using errcode = 'insufficient_privilege';
  end if;
  if new.state = 'erasing' and (old.state <> 'confirming' or new.confirmed_by is distinct from app.staff()) then
    raise exception 'an erasure begins with its second person' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger guard_rights_requests before update on app.rights_requests for each row execute function app.guard_rights_requests();

create policy named on app.rights_scope for select to payung_staff using (request_id in (select id from app.rights_requests));
create policy name_it on app.rights_scope for insert to payung_staff
  with check (request_id in (select id from app.rights_requests r where r.state in ('new', 'ready') and r.prepared_by = (select app.staff())) and erased_at is null
    and case subject_kind
      when 'report' then subject_id in (select id from app.reports)
      when 'person' then subject_id in (select id from app.persons where org_id = (select app.org()))
      else exists (select 1 from app.cases c where c.id = subject_id and c.lead_org = (select app.org())) end);
grant select, insert on app.rights_scope to payung_staff;

create policy case_desk on app.rights_export_files for select to payung_staff
  using (org_id = (select app.org()) and (select app.reads_cases()) and request_id in (select id from app.rights_requests));
create policy prepare on app.rights_export_files for insert to payung_staff
  with check (org_id = (select app.org()) and prepared_by = (select app.staff()) and released_at is null
    and request_id in (select id from app.rights_requests where kind = 'access' and prepared_by = (select app.staff())));
create policy replace_unreleased on app.rights_export_files for delete to payung_staff
  using (org_id = (select app.org()) and released_at is null and (select app.has_role('intake-officer', 'caseworker', 'supervisor')) and request_id in (select id from app.rights_requests));
grant select, insert, delete on app.rights_export_files to payung_staff;

-- The officer who releases never selects the file, and an update would need that: a definer releases.
create function app.release_export(request uuid) returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not app.has_role('data-protection-officer') then
    raise exception 'the data-protection officer releases' using errcode = 'insufficient_privilege';
  end if;
  update app.rights_export_files f set released_by = app.staff(), released_at = app.clock()
    where f.request_id = request and f.org_id = app.org() and f.released_at is null and f.prepared_by <> app.staff();
  return found;
end $$;
alter function app.release_export(uuid) owner to payung_system;
revoke all on function app.release_export from public;
grant execute on function app.release_export to payung_staff;
create policy release on app.rights_export_files to payung_system using (true) with check (true);
grant select (request_id, org_id, prepared_by, released_at), update (released_by, released_at) on app.rights_export_files to payung_system;
create policy own_released on app.rights_export_files for select to payung_public
  using (released_at is not null and request_id in (select id from app.rights_requests));
grant select (request_id, created_at, key_id, sealed, released_at) on app.rights_export_files to payung_public;

-- ---- holds, breaches, retention ----
create function app.case_to_hold(wanted text) returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp as
  $$ select c.id from app.cases c where c.code = wanted and c.lead_org = app.org() and app.has_role('supervisor', 'data-protection-officer') $$;
alter function app.case_to_hold(text) owner to payung_system;
revoke all on function app.case_to_hold from public;
grant execute on function app.case_to_hold to payung_staff;
comment on function app.case_to_hold is 'A hold is put on a code that somebody names; the officer reads no case for it.';
create policy own_org on app.legal_holds for select to payung_staff
  using (org_id = (select app.org()) and (select app.has_role('supervisor', 'data-protection-officer')));
create policy put on app.legal_holds for insert to payung_staff
  with check (org_id = (select app.org()) and by_staff = (select app.staff()) and ended_at is null
    and (select app.has_role('supervisor', 'data-protection-officer')) and case_id = app.case_to_hold(case_code));
create policy lift on app.legal_holds for update to payung_staff
  using (org_id = (select app.org()) and ended_at is null and (select app.has_role('supervisor', 'data-protection-officer')) and by_staff <> (select app.staff()))
  with check (ended_by = (select app.staff()));
grant select, insert on app.legal_holds to payung_staff;
grant update (ended_at, ended_by, version) on app.legal_holds to payung_staff;

create policy desk on app.breach_records to payung_staff
  using (org_id = (select app.org()) and (select app.is_dpo())) with check (org_id = (select app.org()) and (select app.is_dpo()));
grant select, insert on app.breach_records to payung_staff;
grant update (people_count, sealed, persons_noticed_at, authority_noticed_at, noticed_by, version) on app.breach_records to payung_staff;

create policy known on app.retention_rules for select to payung_staff, payung_job using (true);
grant select on app.retention_rules to payung_staff, payung_job;
create policy desk on app.retention_proposals for select to payung_staff
  using (org_id = (select app.org()) and (select app.is_dpo()));
create policy decide on app.retention_proposals for update to payung_staff
  using (org_id = (select app.org()) and state = 'waiting' and (select app.is_dpo())) with check (decided_by = (select app.staff()) and state in ('approved', 'kept'));
grant select, update (state, decided_by, decided_at, version) on app.retention_proposals to payung_staff;

-- ---- jobs ----
do $$ declare t text; begin
  foreach t in array array['rights_requests','rights_scope','legal_holds','retention_proposals'] loop
    execute format('create policy jobs on app.%I to payung_job using (true) with check (true)', t);
    execute format('grant select on app.%I to payung_job', t);
  end loop;
end $$;
grant update (state, answered_at, version) on app.rights_requests to payung_job;
grant update (erased_at) on app.rights_scope to payung_job;
grant insert, update (state, version) on app.retention_proposals to payung_job;
create policy tidy on app.rights_export_files to payung_job using (true);
grant select (request_id, created_at, released_at), delete on app.rights_export_files to payung_job;

-- A key is destroyed only for a subject that an erasure of two persons or a decided expiry names, and never under a hold.
create function app.is_held(kind text, subject uuid) returns boolean language sql stable as $$
  select exists (select 1 from app.legal_holds h
    where h.ended_at is null and (h.until is null or h.until >= app.clock()::date)
      and h.case_id in (
        select $2 where $1 = 'case'
        union all select r.case_id from app.reports r where $1 = 'report' and r.id = $2 and r.case_id is not null
        union all select p.case_id from app.case_persons p where $1 = 'person' and p.person_id = $2)) $$;
create function app.may_destroy(kind text, subject uuid) returns boolean language sql stable as $$
  select not app.is_held($1, $2) and (
    exists (select 1 from app.rights_scope s join app.rights_requests q on q.id = s.request_id
      where s.subject_kind = $1 and s.subject_id = $2 and q.kind = 'erasure' and q.state = 'erasing' and q.confirmed_by is not null)
    or exists (select 1 from app.retention_proposals p where p.state = 'approved' and p.decided_by is not null
      and ((p.subject_kind = $1 and p.subject_id = $2)
        or (p.subject_kind = 'case' and $1 = 'report' and exists (select 1 from app.reports r where r.id = $2 and r.case_id = p.subject_id))
        or (p.subject_kind = 'case' and $1 = 'person'
            and exists (select 1 from app.case_persons c where c.person_id = $2 and c.case_id = p.subject_id)
            and not exists (select 1 from app.case_persons c where c.person_id = $2 and c.case_id <> p.subject_id))))) $$;
grant execute on function app.is_held, app.may_destroy to payung_job;
drop policy destroy on app.data_keys;
create policy destroy on app.data_keys for update to payung_job
  using (app.may_destroy(subject_kind, subject_id)) with check (wrapped is null and destroyed_at is not null);

-- What a person asked to restrict goes to nobody else, except where a life or the law asks for it.
create function app.refuse_restricted() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.consent_basis <> 'exception' and exists (select 1 from app.rights_requests q
      where q.case_id = new.case_id and q.kind = 'restriction' and q.state = 'answered' and q.ended_at is null) then
    raise exception 'the person restricted the use of these data' using errcode = 'PR001';
  end if;
  return new;
end $$;
alter function app.refuse_restricted() owner to payung_system;
create policy restricted on app.rights_requests for select to payung_system using (true);
grant select (case_id, kind, state, ended_at) on app.rights_requests to payung_system;
create trigger refuse_restricted before insert on app.referrals for each row execute function app.refuse_restricted();
