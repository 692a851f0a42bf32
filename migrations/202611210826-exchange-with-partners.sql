-- The same hand-over between two installations: partners and their keys, bodies of partners, what goes out and what came in.

create table app.partners (
  id uuid primary key,
  created_at timestamptz not null,
  remote_id uuid not null unique,
  name text not null,
  base_address text not null check (base_address ~ '^https?://[^/?#]+$'),
  state text not null default 'proposed' check (state in ('proposed', 'confirmed', 'suspended')),
  fingerprint text not null,
  proposed_by uuid references app.staff (id),
  confirmed_by uuid references app.staff (id),
  confirmed_at timestamptz,
  suspended_at timestamptz,
  discovered_at timestamptz not null,
  demo boolean not null default false,
  version integer not null default 1,
  check (confirmed_by is null or proposed_by is null or confirmed_by <> proposed_by),
  check ((state = 'proposed') = (confirmed_at is null))
);
comment on table app.partners is 'Another installation of Payung, trusted after two people compared its fingerprint by another way than this one.';
comment on column app.partners.remote_id is 'How the installation calls itself in what it signs.';

create table app.partner_keys (
  id uuid primary key,
  created_at timestamptz not null,
  partner_id uuid not null references app.partners (id),
  kid text not null,
  purpose text not null check (purpose in ('sig', 'enc')),
  jwk jsonb not null,
  valid_until timestamptz,
  revoked_at timestamptz,
  unique (partner_id, kid)
);
comment on table app.partner_keys is 'Public keys of a partner. A further one counts only when one that was known signed it.';

create table app.exchange_keys (
  id uuid primary key,
  created_at timestamptz not null,
  generation integer not null unique check (generation > 0),
  retired_at timestamptz,
  opens_until timestamptz,
  check ((retired_at is null) = (opens_until is null))
);
comment on table app.exchange_keys is 'Which generations of our own keys there are. The keys come from the installation secret and are nowhere in the database.';
create unique index exchange_keys_one_idx on app.exchange_keys ((retired_at is null)) where retired_at is null; -- one signs at a time

alter table app.organisations add column partner_id uuid references app.partners (id), add column remote_ref uuid,
  add constraint organisations_remote check ((partner_id is null) = (remote_ref is null)),
  add constraint organisations_remote_once unique (partner_id, remote_ref);
comment on column app.organisations.partner_id is 'Set for a body that works in another installation; it has no staff here.';

create table app.exchange_threads (
  id uuid primary key,
  created_at timestamptz not null,
  partner_id uuid not null references app.partners (id),
  remote_ref uuid not null,
  side text not null check (side in ('sender', 'receiver')),
  referral_id uuid unique references app.referrals (id),
  partner_code text,
  steps_out integer not null default 0,
  steps_in integer not null default 0,
  told_version integer not null default 0,
  told_stop boolean not null default false,
  told_stop_done boolean not null default false,
  told_package bytea,
  partner_state text,
  confirmed_version integer not null default 0,
  unique (partner_id, remote_ref)
);
comment on table app.exchange_threads is 'One hand-over as both installations know it: how many steps went out and came in, and what the partner was told last.';
comment on column app.exchange_threads.remote_ref is 'The number that both sides use: the sender''s referral.';

create table app.exchange_messages (
  id uuid primary key,
  created_at timestamptz not null,
  partner_id uuid not null references app.partners (id),
  thread_id uuid references app.exchange_threads (id),
  org_id uuid references app.organisations (id),
  step integer,
  kind text not null,
  way text not null default 'line' check (way in ('line', 'file')),
  sealed bytea,
  digest bytea not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'delivered', 'acknowledged', 'refused', 'gave-up')),
  told_version integer,
  attempts integer not null default 0,
  next_try_at timestamptz not null,
  last_error text,
  delivered_at timestamptz,
  answered_at timestamptz,
  answer text,
  acknowledge_by timestamptz,
  overdue_at timestamptz,
  check ((thread_id is null) = (step is null)),
  unique (thread_id, step)
);
comment on table app.exchange_messages is 'What goes to partners, sealed for them when it was written. Delivered: the partner signed that it has it. Acknowledged: it signed what became of it.';
create index exchange_messages_due_idx on app.exchange_messages (next_try_at) where state in ('waiting', 'sending'); -- the sender's queue
create index exchange_messages_clock_idx on app.exchange_messages (acknowledge_by) where acknowledge_by is not null and answered_at is null; -- what must be acknowledged
create index exchange_messages_org_idx on app.exchange_messages (org_id, created_at desc); -- the queue of a body
create index exchange_messages_partner_idx on app.exchange_messages (partner_id, created_at desc); -- the queue of a partner

create table app.exchange_received (
  id uuid primary key,
  created_at timestamptz not null,
  partner_id uuid not null references app.partners (id),
  thread_ref uuid,
  step integer,
  kind text not null,
  org_id uuid references app.organisations (id),
  digest bytea not null,
  sealed bytea,
  state text not null default 'waiting' check (state in ('waiting', 'held', 'applied', 'refused')),
  outcome text,
  applied_at timestamptz,
  check ((thread_ref is null) = (step is null)),
  unique (partner_id, thread_ref, step)
);
comment on table app.exchange_received is 'What partners sent, once each (id is the partner''s own number for it). Held: an earlier step is missing. The content goes when it was applied.';
create index exchange_received_waiting_idx on app.exchange_received (created_at) where state = 'waiting';
create index exchange_received_thread_idx on app.exchange_received (partner_id, thread_ref, step);

create table app.exchange_refusals (
  id uuid primary key,
  created_at timestamptz not null,
  partner_id uuid references app.partners (id),
  why text not null
);
comment on table app.exchange_refusals is 'What came in and was not accepted: when and why, never what.';
create index exchange_refusals_idx on app.exchange_refusals (created_at desc);

do $$ declare t text; begin
  foreach t in array array['partners','partner_keys','exchange_keys','exchange_threads','exchange_messages','exchange_received','exchange_refusals'] loop
    execute format('call app.guard(''app.%s'')', t);
    execute format('create policy jobs on app.%I to payung_job using (true) with check (true)', t);
    execute format('grant select, insert, update on app.%I to payung_job', t);
  end loop;
end $$;
call app.journaled('app.partners');
call app.journaled('app.partner_keys');
call app.journaled('app.exchange_keys');

-- Staff see which partners there are; the installation's administrator keeps them, and another administrator confirms.
create policy known on app.partners for select to payung_staff using (true);
create policy propose on app.partners for insert to payung_staff
  with check ((select app.has_role('installation-admin')) and proposed_by = (select app.staff()) and state = 'proposed');
create policy keep on app.partners for update to payung_staff
  using ((select app.has_role('installation-admin', 'organisation-admin'))) with check (true);
create policy known on app.partner_keys for select to payung_staff using ((select app.has_role('installation-admin', 'organisation-admin')));
create policy propose on app.partner_keys for insert to payung_staff with check ((select app.has_role('installation-admin')));
create policy known on app.exchange_keys for select to payung_staff using (true);
create policy own_side on app.exchange_threads for select to payung_staff
  using ((select app.reads_cases()) and referral_id in (select r.id from app.referrals r));
create policy own_side on app.exchange_messages for select to payung_staff
  using ((org_id = (select app.org()) and (select app.reads_cases())) or (select app.has_role('installation-admin')));
create policy own_side on app.exchange_received for select to payung_staff
  using ((org_id = (select app.org()) and (select app.reads_cases())) or (select app.has_role('installation-admin')));
create policy retry on app.exchange_messages for update to payung_staff
  using ((org_id = (select app.org()) and (select app.has_role('supervisor'))) or (select app.has_role('installation-admin')))
  with check (state = 'waiting');
create policy seen on app.exchange_refusals for select to payung_staff using ((select app.has_role('installation-admin')));
grant select on app.partners, app.partner_keys, app.exchange_keys, app.exchange_threads, app.exchange_refusals to payung_staff;
grant select (id, created_at, partner_id, thread_id, org_id, step, kind, way, digest, state, told_version, attempts, next_try_at, last_error,
  delivered_at, answered_at, answer, acknowledge_by, overdue_at) on app.exchange_messages to payung_staff;
grant select (id, created_at, partner_id, thread_ref, step, kind, org_id, state, outcome, applied_at) on app.exchange_received to payung_staff;
grant insert on app.partners, app.partner_keys to payung_staff;
grant update (state, fingerprint, confirmed_by, confirmed_at, suspended_at, name, base_address, version) on app.partners to payung_staff;
grant update (state, attempts, next_try_at) on app.exchange_messages to payung_staff;

-- The door that partners knock at: it checks signatures, puts in what is genuine, and reads nothing back but its own number.
create policy door on app.partners for select to payung_public using (state <> 'proposed');
create policy door on app.partner_keys for select to payung_public using (revoked_at is null);
create policy door on app.exchange_keys for select to payung_public using (true);
create policy door on app.exchange_received for select to payung_public
  using (decode(replace(id::text, '-', ''), 'hex') = (select app.held_request()));
create policy door_add on app.exchange_received for insert to payung_public with check (state = 'waiting');
create policy door_add on app.exchange_refusals for insert to payung_public with check (true);
grant select (id, remote_id, state) on app.partners to payung_public;
grant select (partner_id, kid, purpose, jwk, valid_until, revoked_at) on app.partner_keys to payung_public;
grant select on app.exchange_keys to payung_public;
grant select (id, created_at, partner_id, digest) on app.exchange_received to payung_public;
grant insert on app.exchange_received, app.exchange_refusals to payung_public;

-- The worker writes down bodies of partners, and a case here for what was referred from there. Never a body of our own.
create policy partners_bodies on app.organisations for insert to payung_job with check (partner_id is not null and not takes_reports);
create policy partners_bodies_edit on app.organisations for update to payung_job using (partner_id is not null) with check (partner_id is not null and not takes_reports);
grant insert, update on app.organisations to payung_job;
grant insert on app.cases to payung_job;
grant select, insert, update on app.referral_numbers to payung_job;
