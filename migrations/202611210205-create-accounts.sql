-- Organisations, staff, their roles and sessions.

create table app.organisations (
  id uuid primary key,
  created_at timestamptz not null default now(),
  slug text not null unique check (slug ~ '^[a-z0-9-]+$'),
  kind text not null,
  name_id text not null,
  name_en text not null,
  short_name text not null,
  code_prefix text not null unique check (code_prefix ~ '^[A-Z]{2,5}$'),
  time_zone text not null,
  country text check (country ~ '^[A-Z]{2}$'),
  district text,
  parent_id uuid references app.organisations (id),
  takes_reports boolean not null default false,
  demo boolean not null default false,
  active boolean not null default true,
  version integer not null default 1
);
comment on table app.organisations is 'Bodies that work in this installation. Public facts only.';
comment on column app.organisations.kind is 'Body kind of src/domain/competence (mission, bp3mi, ngo …).';
comment on column app.organisations.code_prefix is 'Start of the case codes that this body opens, such as JHB in JHB-2026-0412.';

create table app.desk_coverage (
  id uuid primary key,
  created_at timestamptz not null default now(),
  org_id uuid not null references app.organisations (id),
  country text not null check (country ~ '^[A-Z]{2}$'),
  district text,
  rank integer not null default 1,
  unique (org_id, country, district)
);
comment on table app.desk_coverage is 'Which place an intake desk answers for; district is a region code prefix inside Indonesia.';

create table app.staff (
  id uuid primary key,
  created_at timestamptz not null default now(),
  org_id uuid not null references app.organisations (id),
  sign_in_name text not null unique check (sign_in_name = lower(sign_in_name)),
  display_name text not null,
  email text not null,
  language text not null default 'id' check (language in ('id', 'en')),
  password_hash text,
  totp_sealed bytea,
  totp_last_step bigint not null default 0,
  key_id uuid references app.data_keys (id),
  state text not null default 'invited' check (state in ('invited', 'active', 'closed')),
  closed_at timestamptz,
  version integer not null default 1,
  check ((state = 'closed') = (closed_at is not null))
);
create index staff_org_idx on app.staff (org_id, display_name); -- the accounts page

create table app.passkeys (
  id text primary key,
  created_at timestamptz not null default now(),
  staff_id uuid not null references app.staff (id),
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  label text not null,
  last_used_at timestamptz
);
create index passkeys_staff_idx on app.passkeys (staff_id);

create table app.staff_roles (
  id uuid primary key,
  created_at timestamptz not null default now(),
  staff_id uuid not null references app.staff (id),
  org_id uuid not null references app.organisations (id),
  role text not null,
  requested_by uuid,
  confirmed_by uuid,
  confirmed_at timestamptz,
  refused_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  first_set_up boolean not null default false,
  check (first_set_up or requested_by is not null),
  check (confirmed_by is null or (confirmed_by <> requested_by and confirmed_by <> staff_id)),
  check ((confirmed_at is null) or (confirmed_by is not null or first_set_up))
);
comment on table app.staff_roles is 'A role counts only when a second person confirmed it; nobody confirms his own. first_set_up: made by payung admin create or the demonstration.';
create unique index staff_roles_one_idx on app.staff_roles (staff_id, role) where ended_at is null and refused_at is null;

create table app.sessions (
  id_hash bytea primary key,
  created_at timestamptz not null,
  staff_id uuid not null references app.staff (id),
  org_id uuid not null references app.organisations (id),
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  factor text not null check (factor in ('password', 'totp', 'passkey')),
  ended_at timestamptz
);
comment on table app.sessions is 'Only the hash of 32 random bytes is stored. factor ''password'' is half a sign-in and opens nothing.';
create index sessions_staff_idx on app.sessions (staff_id) where ended_at is null; -- closing an account ends its sessions

create table app.sign_in_challenges (
  id_hash bytea primary key,
  created_at timestamptz not null,
  staff_id uuid,
  kind text not null,
  challenge text not null,
  used_at timestamptz
);
comment on table app.sign_in_challenges is 'Passkey challenges, each good for one use.';

call app.guard('app.organisations');
call app.guard('app.desk_coverage');
call app.guard('app.staff');
call app.guard('app.passkeys');
call app.guard('app.staff_roles');
call app.guard('app.sessions');
call app.guard('app.sign_in_challenges');
call app.journaled('app.organisations');
call app.journaled('app.staff');
call app.journaled('app.staff_roles');

-- Names of bodies are public facts: the follow page names the body, never a person.
create policy public_facts on app.organisations for select to payung_public, payung_gate, payung_staff, payung_job using (true);
create policy public_facts on app.desk_coverage for select to payung_public, payung_gate, payung_staff, payung_job using (true);
grant select on app.organisations, app.desk_coverage to payung_public, payung_gate, payung_staff, payung_job;
create policy installation on app.organisations for insert to payung_staff with check ((select app.has_role('installation-admin')));
create policy installation_edit on app.organisations for update to payung_staff using ((select app.has_role('installation-admin'))) with check (true);
create policy installation on app.desk_coverage for insert to payung_staff with check ((select app.has_role('installation-admin')));
create policy installation_delete on app.desk_coverage for delete to payung_staff using ((select app.has_role('installation-admin')));
grant insert, update on app.organisations to payung_staff;
grant insert, delete on app.desk_coverage to payung_staff;

-- The gate: signing in knows one account at a time, the one it was told to look at.
create policy gate on app.staff for select to payung_gate
  using (sign_in_name = (select app.claim('sign_in_name')) or id = (select app.staff()));
create policy gate_edit on app.staff for update to payung_gate using (id = (select app.staff())) with check (id = (select app.staff()));
create policy gate on app.passkeys for select to payung_gate using (staff_id = (select app.staff()) or id = (select app.claim('passkey_id')));
create policy gate_edit on app.passkeys for update to payung_gate using (staff_id = (select app.staff()));
create policy gate on app.staff_roles for select to payung_gate using (staff_id = (select app.staff()));
create policy gate on app.sessions to payung_gate
  using (id_hash = decode((select app.claim('session_hash')), 'hex') or staff_id = (select app.staff())) with check (true);
create policy gate on app.sign_in_challenges to payung_gate using (true) with check (true);
grant select on app.staff, app.passkeys, app.staff_roles, app.sessions, app.sign_in_challenges to payung_gate;
grant update (password_hash, totp_sealed, totp_last_step, key_id, state, version) on app.staff to payung_gate;
grant update (counter, last_used_at) on app.passkeys to payung_gate;
grant insert, update on app.sessions to payung_gate;
grant insert, update, delete on app.sign_in_challenges to payung_gate;
create policy gate_keys on app.data_keys for select to payung_gate using (subject_kind = 'staff' and subject_id = (select app.staff()));
create policy gate_keys_add on app.data_keys for insert to payung_gate with check (subject_kind = 'staff' and subject_id = (select app.staff()));
grant select, insert on app.data_keys to payung_gate;

-- Staff see colleagues' names of their own organisation; administrators of the installation see all accounts, never cases.
create policy colleagues on app.staff for select to payung_staff
  using (org_id = (select app.org()) or (select app.has_role('installation-admin')));
create policy administer on app.staff for insert to payung_staff
  with check ((org_id = (select app.org()) and (select app.has_role('organisation-admin'))) or (select app.has_role('installation-admin')));
create policy administer_edit on app.staff for update to payung_staff
  using ((org_id = (select app.org()) and (select app.has_role('organisation-admin', 'supervisor'))) or (select app.has_role('installation-admin')) or id = (select app.staff()))
  with check (true);
create policy colleagues on app.staff_roles for select to payung_staff
  using (org_id = (select app.org()) or (select app.has_role('installation-admin')));
create policy request on app.staff_roles for insert to payung_staff
  with check (requested_by = (select app.staff()) and confirmed_at is null and not first_set_up
              and ((org_id = (select app.org()) and (select app.has_role('organisation-admin', 'supervisor'))) or (select app.has_role('installation-admin'))));
create policy confirm on app.staff_roles for update to payung_staff
  using ((org_id = (select app.org()) and (select app.has_role('organisation-admin', 'supervisor'))) or (select app.has_role('installation-admin')))
  with check (true);
create policy own_passkeys on app.passkeys to payung_staff using (staff_id = (select app.staff())) with check (staff_id = (select app.staff()));
create policy end_sessions on app.sessions for update to payung_staff
  using (staff_id = (select app.staff()) or (org_id = (select app.org()) and (select app.has_role('organisation-admin', 'supervisor'))) or (select app.has_role('installation-admin')))
  with check (ended_at is not null);
create policy own_sessions on app.sessions for select to payung_staff
  using (staff_id = (select app.staff()) or (org_id = (select app.org()) and (select app.has_role('organisation-admin', 'supervisor'))) or (select app.has_role('installation-admin')));
grant select, insert on app.staff, app.staff_roles to payung_staff;
grant update (display_name, email, language, state, closed_at, version) on app.staff to payung_staff;
grant update (confirmed_by, confirmed_at, refused_at, ended_at, ended_by) on app.staff_roles to payung_staff;
grant select, insert, delete on app.passkeys to payung_staff;
grant select (id_hash, created_at, staff_id, org_id, last_seen_at, expires_at, factor, ended_at) on app.sessions to payung_staff;
grant update (ended_at) on app.sessions to payung_staff;

create policy jobs on app.staff for select to payung_job using (true);
create policy jobs on app.staff_roles for select to payung_job using (true);
create policy jobs on app.sessions to payung_job using (true) with check (true);
create policy jobs on app.sign_in_challenges to payung_job using (true) with check (true);
grant select on app.staff, app.staff_roles to payung_job;
grant select, delete on app.sessions, app.sign_in_challenges to payung_job;
