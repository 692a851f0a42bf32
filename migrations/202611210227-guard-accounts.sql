-- Accounts: what colleagues may not read of each other, one-time set-up links, roles that need a second person, machine clients.

-- Password hashes and sealed seeds of the second factor are for the gate alone.
revoke select, insert on app.staff from payung_staff;
revoke select on app.staff from payung_job;
grant select (id, created_at, org_id, sign_in_name, display_name, email, language, state, closed_at, version) on app.staff to payung_staff, payung_job;
grant insert (id, created_at, org_id, sign_in_name, display_name, email, language, state) on app.staff to payung_staff;
grant update (password_hash, totp_sealed, totp_last_step, key_id, state) on app.staff to payung_keep; -- the demonstration's sign-ins
grant update (language) on app.staff to payung_gate;

-- A role or a session belongs to the account's own organisation, never to another one.
alter table app.staff add constraint staff_id_org_key unique (id, org_id);
alter table app.staff_roles add constraint staff_roles_own_org_fk foreign key (staff_id, org_id) references app.staff (id, org_id);
alter table app.sessions add constraint sessions_own_org_fk foreign key (staff_id, org_id) references app.staff (id, org_id);
drop policy gate on app.sessions;
create policy gate on app.sessions to payung_gate
  using (id_hash = decode((select app.claim('session_hash')), 'hex') or staff_id = (select app.staff()))
  with check (staff_id = (select app.staff()));
grant delete on app.passkeys to payung_gate; -- a new set-up link ends the old devices
create policy gate_forget on app.passkeys for delete to payung_gate using (staff_id = (select app.staff()));
grant update (label) on app.passkeys to payung_staff;

create function app.guard_staff() returns trigger language plpgsql as $$
begin
  if old.state = 'closed' and new.state <> 'closed' then
    raise exception 'a closed account stays closed' using errcode = 'insufficient_privilege';
  end if;
  if current_setting('role', true) = 'payung_staff' and new.state <> old.state and (new.state <> 'closed' or old.id = app.staff()) then
    raise exception 'this state is not given by staff' using errcode = 'insufficient_privilege';
  end if;
  if new.state = 'closed' and old.state <> 'closed' and app.still_has_work(old.id) then
    raise exception 'the account still has cases or tasks' using errcode = 'PA001';
  end if;
  return new;
end $$;
create function app.still_has_work(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as
  $$ select exists (select 1 from app.case_files f where f.assignee = wanted and f.state = 'active')
         or exists (select 1 from app.tasks t where t.assignee = wanted and t.done_at is null) $$;
alter function app.still_has_work(uuid) owner to payung_system;
revoke all on function app.still_has_work from public;
grant execute on function app.still_has_work to payung_staff, payung_job, payung_keep, payung_gate;
create policy hand_over on app.tasks to payung_system using (true) with check (true);
grant select, update (assignee) on app.tasks to payung_system;
create policy hand_over on app.staff for select to payung_system using (true);
create policy hand_over on app.staff_roles for select to payung_system using (true);
grant select (id, org_id, state) on app.staff to payung_system;
grant select (staff_id, org_id, role, confirmed_at, ended_at) on app.staff_roles to payung_system;
create trigger guard_staff before update of state on app.staff for each row execute function app.guard_staff();
comment on function app.guard_staff is 'Closed is final; only the gate makes an account active; nobody closes his own; its cases are handed over first.';

-- The files and open tasks of one officer go to a colleague. An administrator, who reads no case, may order it when an account closes.
create function app.hand_over_files(giver uuid, taker uuid) returns setof uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare its_org uuid;
begin
  if not app.has_role('supervisor', 'organisation-admin', 'installation-admin') then
    raise exception 'only a supervisor or an administrator hands over' using errcode = 'insufficient_privilege';
  end if;
  select s.org_id into its_org from app.staff s where s.id = giver;
  if its_org is null or (its_org <> app.org() and not app.has_role('installation-admin')) then
    raise exception 'not an account of this organisation' using errcode = 'insufficient_privilege';
  end if;
  if giver = taker or not exists (
    select 1 from app.staff s join app.staff_roles r on r.staff_id = s.id
    where s.id = taker and s.org_id = its_org and s.state = 'active' and r.confirmed_at is not null and r.ended_at is null
      and r.role in ('intake-officer', 'caseworker', 'supervisor')) then
    raise exception 'the taker is no active officer of the same organisation' using errcode = 'PA002';
  end if;
  update app.tasks t set assignee = taker where t.assignee = giver and t.org_id = its_org and t.done_at is null;
  return query update app.case_files f set assignee = taker, version = f.version + 1
    where f.assignee = giver and f.org_id = its_org and f.state = 'active' returning f.case_id;
end $$;
alter function app.hand_over_files(uuid, uuid) owner to payung_system;
revoke all on function app.hand_over_files from public;
grant execute on function app.hand_over_files to payung_staff;

-- Roles: a second person confirms as himself, once; incompatible roles never meet in one account.
create function app.incompatible_roles(a text, b text) returns boolean language sql immutable as $$
  select (a = any (never) and b = any (reading)) or (b = any (never) and a = any (reading))
  from (select array['auditor', 'organisation-admin', 'installation-admin', 'analyst'] as never,
               array['intake-officer', 'caseworker', 'supervisor', 'restricted-reader-care', 'restricted-reader-legal',
                     'task-force-member', 'village-officer'] as reading) lists $$;
comment on function app.incompatible_roles is 'The same as areIncompatible in src/domain/disclosure/roles.ts; a test compares every pair.';
alter table app.staff_roles add column requested_org uuid references app.organisations (id);
alter table app.staff_roles add column refused_by uuid;
comment on column app.staff_roles.requested_org is 'Organisation of whoever asked: its supervisors see the change too.';
create index staff_roles_changes_idx on app.staff_roles (org_id, created_at desc); -- role changes shown to the supervisors
create index staff_roles_requested_idx on app.staff_roles (requested_org, created_at desc) where requested_org is not null; -- and to those of the asking body

create function app.guard_staff_roles() returns trigger language plpgsql as $$
begin
  if current_setting('role', true) is distinct from 'payung_staff' then return new; end if;
  if new.role = 'installation-admin' and not app.has_role('installation-admin') then
    raise exception 'only an administrator of the installation handles this role' using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'INSERT' then
    if new.staff_id = app.staff() then
      raise exception 'nobody asks for a role for himself' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if old.ended_at is not null or old.refused_at is not null then
    raise exception 'this role is closed' using errcode = 'PA003';
  end if;
  if (new.confirmed_at, new.confirmed_by) is distinct from (old.confirmed_at, old.confirmed_by) then
    if old.confirmed_at is not null or new.confirmed_by is distinct from app.staff() or new.confirmed_at is null
       or old.requested_by = app.staff() or old.staff_id = app.staff() then
      raise exception 'a second person confirms, as himself and once' using errcode = 'insufficient_privilege';
    end if;
    if exists (select 1 from app.staff_roles r where r.staff_id = old.staff_id and r.confirmed_at is not null and r.ended_at is null
               and app.incompatible_roles(r.role, old.role)) then
      raise exception 'these two roles do not go together' using errcode = 'PA004';
    end if;
  end if;
  if new.refused_at is distinct from old.refused_at and (old.confirmed_at is not null or new.refused_by is distinct from app.staff()) then
    raise exception 'refused by whoever refuses, before it is confirmed' using errcode = 'insufficient_privilege';
  end if;
  if new.ended_at is distinct from old.ended_at and new.ended_by is distinct from app.staff() then
    raise exception 'ended by whoever ends it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger guard_staff_roles before insert or update on app.staff_roles for each row execute function app.guard_staff_roles();
grant update (refused_by) on app.staff_roles to payung_staff;
drop policy request on app.staff_roles;
create policy request on app.staff_roles for insert to payung_staff
  with check (requested_by = (select app.staff()) and requested_org = (select app.org()) and staff_id <> (select app.staff())
              and confirmed_at is null and confirmed_by is null and refused_at is null and ended_at is null and not first_set_up
              and ((org_id = (select app.org()) and (select app.has_role('organisation-admin', 'supervisor'))) or (select app.has_role('installation-admin'))));
create policy asked_by_us on app.staff_roles for select to payung_staff
  using (requested_org = (select app.org()) and (select app.has_role('supervisor', 'organisation-admin', 'installation-admin')));

-- A new account is empty: no password, not active.
drop policy administer on app.staff;
create policy administer on app.staff for insert to payung_staff
  with check (state = 'invited' and ((org_id = (select app.org()) and (select app.has_role('organisation-admin'))) or (select app.has_role('installation-admin'))));

-- One-time links to set up password and second factor.
create table app.set_up_links (
  id_hash bytea primary key,
  created_at timestamptz not null,
  staff_id uuid not null,
  org_id uuid not null,
  made_by uuid references app.staff (id),
  expires_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz,
  foreign key (staff_id, org_id) references app.staff (id, org_id)
);
comment on table app.set_up_links is 'Only the hash of the link''s token. Whoever holds the link sets the password, so an account with confirmed roles gets one only after they ended.';
create index set_up_links_staff_idx on app.set_up_links (staff_id) where used_at is null and ended_at is null; -- a new link ends the earlier ones
call app.guard('app.set_up_links');
call app.journaled('app.set_up_links');
create policy gate on app.set_up_links for select to payung_gate
  using (id_hash = decode((select app.claim('session_hash')), 'hex') or staff_id = (select app.staff()));
create policy gate_use on app.set_up_links for update to payung_gate
  using (id_hash = decode((select app.claim('session_hash')), 'hex') and staff_id = (select app.staff())) with check (true);
grant select, update (used_at) on app.set_up_links to payung_gate;
create policy administer on app.set_up_links for select to payung_staff
  using ((org_id = (select app.org()) and (select app.has_role('organisation-admin'))) or (select app.has_role('installation-admin')));
create policy administer_add on app.set_up_links for insert to payung_staff
  with check (made_by = (select app.staff()) and staff_id <> (select app.staff()) and used_at is null
              and ((org_id = (select app.org()) and (select app.has_role('organisation-admin'))) or (select app.has_role('installation-admin')))
              and not exists (select 1 from app.staff_roles r where r.staff_id = set_up_links.staff_id and r.confirmed_at is not null and r.ended_at is null));
create policy administer_end on app.set_up_links for update to payung_staff
  using ((org_id = (select app.org()) and (select app.has_role('organisation-admin'))) or (select app.has_role('installation-admin')))
  with check (ended_at is not null);
grant select (id_hash, created_at, staff_id, org_id, made_by, expires_at, used_at, ended_at), insert, update (ended_at) on app.set_up_links to payung_staff;
create policy tidy on app.set_up_links to payung_job using (true) with check (true);
grant select on app.set_up_links to payung_job;

-- Machine clients of the API.
create table app.api_clients (
  id uuid primary key,
  created_at timestamptz not null,
  org_id uuid not null references app.organisations (id),
  name text not null check (length(name) between 1 and 100),
  scopes text[] not null check (cardinality(scopes) > 0),
  token_hash bytea not null unique,
  requested_by uuid not null references app.staff (id),
  confirmed_by uuid references app.staff (id),
  confirmed_at timestamptz,
  refused_at timestamptz,
  refused_by uuid references app.staff (id),
  ended_at timestamptz,
  ended_by uuid references app.staff (id),
  check (confirmed_by is null or confirmed_by <> requested_by),
  check (confirmed_at is null or confirmed_by is not null or not (scopes && array['cases:read', 'cases:write', 'referrals:read', 'referrals:decide', 'reports:read']))
);
comment on table app.api_clients is 'A program of an organisation; only the hash of its token is stored. Scopes that read people''s data count after a second person confirmed them.';
comment on column app.api_clients.name is 'What the program is called (public fact, no person).';
create index api_clients_org_idx on app.api_clients (org_id, created_at desc); -- the clients page
call app.guard('app.api_clients');
call app.journaled('app.api_clients');
create policy gate on app.api_clients for select to payung_gate using (token_hash = decode((select app.claim('session_hash')), 'hex'));
grant select on app.api_clients to payung_gate;
create policy overseers on app.api_clients for select to payung_staff
  using ((org_id = (select app.org()) and (select app.has_role('organisation-admin', 'supervisor', 'auditor'))) or (select app.has_role('installation-admin')));
create policy request on app.api_clients for insert to payung_staff
  with check (requested_by = (select app.staff()) and confirmed_by is null and refused_at is null and ended_at is null
              and ((org_id = (select app.org()) and (select app.has_role('organisation-admin'))) or (select app.has_role('installation-admin'))));
create policy decide on app.api_clients for update to payung_staff
  using ((org_id = (select app.org()) and (select app.has_role('organisation-admin', 'supervisor'))) or (select app.has_role('installation-admin'))) with check (true);
grant select (id, created_at, org_id, name, scopes, requested_by, confirmed_by, confirmed_at, refused_at, refused_by, ended_at, ended_by), insert,
  update (confirmed_by, confirmed_at, refused_at, refused_by, ended_at, ended_by) on app.api_clients to payung_staff;
create function app.guard_api_clients() returns trigger language plpgsql as $$
begin
  if current_setting('role', true) is distinct from 'payung_staff' then return new; end if;
  if old.ended_at is not null or old.refused_at is not null then
    raise exception 'this client is closed' using errcode = 'PA003';
  end if;
  if (new.confirmed_at, new.confirmed_by) is distinct from (old.confirmed_at, old.confirmed_by)
     and (old.confirmed_at is not null or new.confirmed_at is null or new.confirmed_by is distinct from app.staff() or old.requested_by = app.staff()) then
    raise exception 'a second person confirms, as himself and once' using errcode = 'insufficient_privilege';
  end if;
  if new.refused_at is distinct from old.refused_at and (old.confirmed_at is not null or new.refused_by is distinct from app.staff()) then
    raise exception 'refused by whoever refuses, before it is confirmed' using errcode = 'insufficient_privilege';
  end if;
  if new.ended_at is distinct from old.ended_at and new.ended_by is distinct from app.staff() then
    raise exception 'ended by whoever ends it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger guard_api_clients before update on app.api_clients for each row execute function app.guard_api_clients();

-- Challenges are kept for minutes.
grant update (used_at) on app.sign_in_challenges to payung_staff;
create policy own_challenges on app.sign_in_challenges to payung_staff using (staff_id = (select app.staff())) with check (staff_id = (select app.staff()));
grant select, insert on app.sign_in_challenges to payung_staff;
