-- Partners that have no Payung, packages as files, and the same events for other programs.

alter table app.partners
  add column on_paper boolean not null default false,
  alter column remote_id drop not null,
  alter column base_address drop not null,
  add constraint partners_reach check (on_paper = (remote_id is null) and on_paper = (base_address is null));
comment on column app.partners.on_paper is 'A partner without Payung: it gets a file or a sheet of paper, and an officer writes down what it answers.';
grant select (on_paper) on app.partners to payung_public;
-- Sealed for the partner: whoever carries it on a stick can read it no more than the line could.
grant select (sealed) on app.exchange_messages to payung_staff;

create table app.webhooks (
  id uuid primary key,
  created_at timestamptz not null,
  org_id uuid not null references app.organisations (id),
  name text not null,
  address text not null check (address ~ '^https?://'),
  made_by uuid references app.staff (id),
  after_seq bigint not null,
  ended_at timestamptz,
  version integer not null default 1
);
comment on table app.webhooks is 'Where an organisation wants its events told: codes and ids, signed. The signing secret comes from the installation secret.';
create index webhooks_org_idx on app.webhooks (org_id, created_at);

create table app.webhook_deliveries (
  id uuid primary key,
  created_at timestamptz not null,
  webhook_id uuid not null references app.webhooks (id),
  org_id uuid not null references app.organisations (id),
  event_id uuid not null references app.journal (id),
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'gave-up')),
  attempts integer not null default 0,
  next_try_at timestamptz not null,
  last_error text,
  delivered_at timestamptz,
  unique (webhook_id, event_id)
);
comment on table app.webhook_deliveries is 'One event for one address: when it arrived, or why it did not.';
create index webhook_deliveries_due_idx on app.webhook_deliveries (next_try_at) where state = 'waiting';
create index webhook_deliveries_list_idx on app.webhook_deliveries (webhook_id, created_at desc);

do $$ declare t text; begin
  foreach t in array array['webhooks','webhook_deliveries'] loop
    execute format('call app.guard(''app.%s'')', t);
    execute format('create policy jobs on app.%I to payung_job using (true) with check (true)', t);
    execute format('grant select, insert, update on app.%I to payung_job', t);
    execute format('create policy own on app.%I for select to payung_staff using (org_id = (select app.org()) and (select app.has_role(''organisation-admin'', ''supervisor'', ''auditor'')))', t);
    execute format('grant select on app.%I to payung_staff', t);
  end loop;
end $$;
call app.journaled('app.webhooks');
create policy make on app.webhooks for insert to payung_staff
  with check (org_id = (select app.org()) and made_by = (select app.staff()) and (select app.has_role('organisation-admin')));
create policy close on app.webhooks for update to payung_staff
  using (org_id = (select app.org()) and (select app.has_role('organisation-admin'))) with check (ended_at is not null);
grant insert on app.webhooks to payung_staff;
grant update (ended_at, version) on app.webhooks to payung_staff;
create policy again on app.webhook_deliveries for update to payung_staff
  using (org_id = (select app.org()) and (select app.has_role('organisation-admin'))) with check (state = 'waiting');
grant update (state, attempts, next_try_at) on app.webhook_deliveries to payung_staff;
