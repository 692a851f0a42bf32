-- The schema, the claims that every policy reads, and the journal.
-- Roles are made by src/platform/db/prepare.ts (they need passwords and belong to the cluster, not to a migration).

create schema app;
comment on schema app is 'All of Payung. Nothing lives in schema public.';
revoke all on schema public from public;
grant usage on schema app to payung_public, payung_gate, payung_staff, payung_job, payung_keep, payung_system;

grant create on schema app to payung_system; -- owns the few definer functions

-- Claims: set by runAs for one transaction; an unset claim is '' after the first use in a session, hence nullif.
create function app.claim(name text) returns text language sql stable as
  $$ select nullif(current_setting('app.' || name, true), '') $$;
create function app.org() returns uuid language sql stable as $$ select app.claim('org_id')::uuid $$;
create function app.staff() returns uuid language sql stable as $$ select app.claim('staff_id')::uuid $$;
create function app.held_code() returns bytea language sql stable as $$ select decode(app.claim('code_hash'), 'hex') $$;
create function app.held_request() returns bytea language sql stable as $$ select decode(app.claim('request_hash'), 'hex') $$;
create function app.has_role(variadic wanted text[]) returns boolean language sql stable as
  $$ select string_to_array(coalesce(app.claim('roles'), ''), ',') && wanted $$;
create function app.reads_cases() returns boolean language sql stable as
  $$ select app.has_role('intake-officer', 'caseworker', 'supervisor', 'restricted-reader-care',
                         'restricted-reader-legal', 'task-force-member', 'village-officer') $$;
comment on function app.reads_cases is 'Roles that may open case files of their own organisation. Administrators, auditors, analysts and data-protection officers are not among them.';
grant execute on all functions in schema app to public;

-- One call per table: row security on and forced, and the keeper (back-up, key rotation, verify) admitted.
create procedure app.guard(tbl regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('alter table %s force row level security', tbl);
  execute format('grant select, insert on %s to payung_keep', tbl);
  execute format('create policy keeper on %s to payung_keep using (true) with check (true)', tbl);
end $$;
comment on procedure app.guard is 'Row security on and forced; the keeper may copy and restore. Every other reader needs a policy of its own.';

-- Journal: one entry for each changing transaction; audit: reads, searches, exports, sign-ins.
create table app.journal (
  id uuid primary key,
  created_at timestamptz not null,
  actor_kind text not null check (actor_kind in ('public', 'gate', 'staff', 'job', 'keeper', 'client')),
  actor_id uuid,
  org_id uuid,
  verb text not null check (verb ~ '^[a-z-]+\.[a-z-]+$'),
  subject_kind text not null,
  subject_id uuid not null,
  case_id uuid,
  report_id uuid,
  details jsonb not null default '{}',
  request_id text not null,
  mac bytea not null
);
comment on table app.journal is 'One entry per changing transaction: who, when, what, why. Codes and ids only, never a name, number or story.';
comment on column app.journal.mac is 'Keyed by a key that is not in the database: an entry slipped in by hand is found by payung verify.';
create index journal_case_idx on app.journal (case_id, created_at) where case_id is not null; -- the timeline of a case
create index journal_report_idx on app.journal (report_id, created_at) where report_id is not null; -- the steps of a report
create index journal_org_idx on app.journal (org_id, created_at desc); -- what changed in my organisation

create table app.audit_log (
  id uuid primary key,
  created_at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  org_id uuid,
  verb text not null check (verb ~ '^[a-z-]+\.[a-z-]+$'),
  subject_kind text not null,
  subject_id uuid,
  case_id uuid,
  report_id uuid,
  details jsonb not null default '{}',
  request_id text not null,
  mac bytea not null
);
comment on table app.audit_log is 'Every opening of a case, search, export, page of a list and sign-in. Same shape and chain as the journal.';
create index audit_log_org_idx on app.audit_log (org_id, created_at desc); -- who read what in my organisation
create index audit_log_case_idx on app.audit_log (case_id, created_at desc) where case_id is not null; -- who opened this case

create table app.chain_links (
  chain text not null check (chain in ('journal', 'audit')),
  seq bigint not null,
  entry_id uuid not null,
  hash bytea not null,
  created_at timestamptz not null,
  primary key (chain, seq),
  unique (chain, entry_id)
);
comment on table app.chain_links is 'The hash chain over journal and audit log, sealed in batches by a job so that writers do not queue.';

call app.guard('app.journal');
call app.guard('app.audit_log');
call app.guard('app.chain_links');

create policy write_own on app.journal for insert to payung_public, payung_gate, payung_staff, payung_job with check (true);
create policy write_own on app.audit_log for insert to payung_public, payung_gate, payung_staff, payung_job with check (true);
create policy seal on app.journal for select to payung_job using (true);
create policy seal on app.audit_log for select to payung_job using (true);
create policy seal on app.chain_links to payung_job using (true) with check (true);
create policy overseers on app.audit_log for select to payung_staff
  using (org_id = (select app.org()) and (select app.has_role('supervisor', 'auditor', 'data-protection-officer')));
create policy own_org on app.journal for select to payung_staff
  using (org_id = (select app.org()) and (select app.has_role('intake-officer', 'caseworker', 'supervisor', 'auditor', 'data-protection-officer', 'restricted-reader-care', 'restricted-reader-legal')));
grant insert on app.journal, app.audit_log to payung_public, payung_gate, payung_staff, payung_job;
grant select on app.journal, app.audit_log, app.chain_links to payung_job;
grant insert on app.chain_links to payung_job;
grant select on app.journal, app.audit_log to payung_staff;

-- A changing transaction without a journal entry does not commit.
create function app.mark_journaled() returns trigger language plpgsql as $$
begin
  perform set_config('app.journaled', pg_current_xact_id()::text, true);
  return null;
end $$;
create trigger journal_marks after insert on app.journal for each statement execute function app.mark_journaled();

create function app.require_journal() returns trigger language plpgsql as $$
begin
  if current_setting('role', true) = 'payung_keep' or current_user in ('payung_owner', 'payung_keep') then return null; end if;
  if coalesce(current_setting('app.journaled', true), '') <> pg_current_xact_id()::text then
    raise exception 'change of % without a journal entry', tg_table_name using errcode = 'PJ001';
  end if;
  return null;
end $$;
create procedure app.journaled(tbl regclass) language plpgsql as $$
begin
  execute format('create constraint trigger zz_require_journal after insert or update or delete on %s
                  deferrable initially deferred for each row execute function app.require_journal()', tbl);
end $$;

-- Envelope keys: one for each person, case, report, referral …; the master key is never here.
create table app.data_keys (
  id uuid primary key,
  created_at timestamptz not null default now(),
  subject_kind text not null,
  subject_id uuid not null,
  wrapped bytea,
  master_version integer not null,
  destroyed_at timestamptz,
  check ((wrapped is null) = (destroyed_at is not null))
);
comment on table app.data_keys is 'A key for each subject, wrapped by the master key. Destroying the row''s key erases what it sealed; the journal still proves.';
create index data_keys_subject_idx on app.data_keys (subject_kind, subject_id); -- all keys of one subject, for erasure
call app.guard('app.data_keys');
grant update (wrapped, master_version, destroyed_at) on app.data_keys to payung_keep, payung_job;
grant select, insert on app.data_keys to payung_staff, payung_job;
grant insert on app.data_keys to payung_public;
create policy wrapped_only on app.data_keys for select to payung_staff, payung_job using (true);
create policy add on app.data_keys for insert to payung_staff, payung_job, payung_public with check (destroyed_at is null);
create policy destroy on app.data_keys for update to payung_job using (true) with check (true);

-- Rate limits: a keyed value of the visitor that nobody can turn back, gone within a day.
create unlogged table app.rate_hits (
  kind text not null,
  visitor bytea not null,
  window_start timestamptz not null,
  hits integer not null,
  primary key (kind, visitor, window_start)
);
comment on table app.rate_hits is 'Counts per keyed visitor value; the key changes each day and is not stored. Not backed up.';
alter table app.rate_hits enable row level security;
alter table app.rate_hits force row level security;
create policy everyone on app.rate_hits to payung_public, payung_gate, payung_job using (true) with check (true);
grant select, insert, update on app.rate_hits to payung_public, payung_gate;
grant select, delete on app.rate_hits to payung_job;
