-- Agreements between States and bodies: what was agreed, how far it came, who owes what, what was talked about, broken and paid.
-- Facts about States, no person in need: every member of staff reads, drafters write, visitors read what is marked for them.

create table app.agreements (
  id uuid primary key,
  created_at timestamptz not null,
  slug text not null unique check (slug ~ '^[a-z0-9-]{2,80}$'),
  title_id text not null check (length(title_id) between 3 and 300),
  title_en text check (length(title_en) <= 300),
  type text not null check (type in ('treaty', 'memorandum', 'inter-agency', 'unclear')),
  states text[] not null default '{}',
  bodies text[] not null default '{}',
  subjects text[] not null default '{}',
  purposes text[] not null default '{}',
  aim_id text check (length(aim_id) <= 4000),
  aim_en text check (length(aim_en) <= 4000),
  stage text not null check (stage in ('idea', 'talks', 'signed', 'in-force', 'review', 'ended', 'unclear')),
  instrument text check (length(instrument) <= 100),
  form text not null default 'unclear',
  field text not null default 'unclear',
  model text not null default 'unclear',
  citation text not null check (length(citation) between 1 and 300),
  url text check (length(url) <= 500),
  confidence text not null check (confidence in ('verified', 'secondary', 'unverified')),
  note_id text check (length(note_id) <= 4000),
  note_en text check (length(note_en) <= 4000),
  is_public boolean not null default false,
  org_id uuid references app.organisations (id),
  made_by uuid references app.staff (id),
  edited_at timestamptz,
  edited_by uuid references app.staff (id),
  reference_hash text,
  proposed jsonb,
  proposed_hash text,
  version integer not null default 1,
  check (cardinality(states) + cardinality(bodies) >= 2),
  check ((made_by is null) = (org_id is null)),
  check ((proposed is null) = (proposed_hash is null)),
  check (reference_hash is not null or proposed is null)
);
comment on table app.agreements is 'Cooperation between States and bodies, from the idea to the end. Facts with their source, no person.';
comment on column app.agreements.edited_at is 'Set when somebody here changed what was delivered; such a record is never overwritten by an upgrade.';
comment on column app.agreements.proposed is 'A newer delivery that differs from a record edited here; waits until a drafter takes it or keeps the local one.';
create index agreements_states_idx on app.agreements using gin (states); -- the list by country
create index agreements_list_idx on app.agreements (stage, slug); -- the list by state

create table app.agreement_stages (
  id uuid primary key,
  created_at timestamptz not null,
  agreement_id uuid not null references app.agreements (id),
  from_stage text,
  stage text not null check (stage in ('idea', 'talks', 'signed', 'in-force', 'review', 'ended', 'unclear')),
  on_date text check (length(on_date) <= 30),
  reason_id text not null check (length(reason_id) between 1 and 2000),
  reason_en text check (length(reason_en) <= 2000),
  citation text check (length(citation) <= 300),
  place integer not null,
  staff_id uuid references app.staff (id),
  org_id uuid references app.organisations (id),
  reference_key text,
  check ((staff_id is null) = (reference_key is not null)),
  check ((staff_id is null) = (org_id is null))
);
comment on table app.agreement_stages is 'Each step of an agreement on its way: the day, who wrote it down, and why. Never changed by staff.';
create unique index agreement_stages_place_idx on app.agreement_stages (agreement_id, place); -- the history of one agreement; one step at a time
create unique index agreement_stages_key_idx on app.agreement_stages (agreement_id, reference_key) where reference_key is not null; -- a delivery comes in once

create table app.agreement_items (
  id uuid primary key,
  created_at timestamptz not null,
  agreement_id uuid not null references app.agreements (id),
  kind text not null check (kind in ('duty', 'meeting', 'breach', 'cost')),
  content jsonb not null,
  due_on date,
  note text check (length(note) <= 4000),
  made_by uuid references app.staff (id),
  org_id uuid references app.organisations (id),
  reference_key text,
  struck_at timestamptz,
  version integer not null default 1,
  check ((made_by is null) = (reference_key is not null)),
  check ((made_by is null) = (org_id is null))
);
comment on table app.agreement_items is 'Duties, meetings, breaches and costs of an agreement, each with its source. Struck, never taken away.';
comment on column app.agreement_items.note is 'For staff only; visitors read the content of duties.';
create index agreement_items_agreement_idx on app.agreement_items (agreement_id, kind, id); -- the parts of one agreement
create unique index agreement_items_key_idx on app.agreement_items (agreement_id, reference_key) where reference_key is not null; -- a delivery comes in once
create index agreement_items_due_idx on app.agreement_items (due_on) where due_on is not null and struck_at is null; -- the calendar

do $$ declare t text; begin
  foreach t in array array['agreements', 'agreement_stages', 'agreement_items'] loop
    execute format('call app.guard(%L)', 'app.' || t);
    execute format('call app.journaled(%L)', 'app.' || t);
    execute format('create policy readers on app.%I for select to payung_staff using (true)', t);
    execute format('grant select, insert on app.%I to payung_staff', t);
    execute format('grant update on app.%I to payung_keep', t); -- the delivered records
  end loop;
end $$;

create policy write_new on app.agreements for insert to payung_staff
  with check (made_by = (select app.staff()) and org_id = (select app.org()) and reference_hash is null
    and (select app.has_role('law-drafter')));
create policy write_edit on app.agreements for update to payung_staff
  using ((select app.has_role('law-drafter')));
create policy write_step on app.agreement_stages for insert to payung_staff
  with check (
    case when staff_id is null
      -- Taking a delivery over: its steps come with it.
      then agreement_id in (select a.id from app.agreements a where a.reference_hash is not null)
      else staff_id = (select app.staff()) and org_id = (select app.org()) end
    and (select app.has_role('law-drafter')));
create policy take_step on app.agreement_stages for update to payung_staff
  using (reference_key is not null and (select app.has_role('law-drafter')));
create policy write_item on app.agreement_items for insert to payung_staff
  with check (
    case when made_by is null
      then agreement_id in (select a.id from app.agreements a where a.reference_hash is not null)
      else made_by = (select app.staff()) and org_id = (select app.org()) end
    and (select app.has_role('law-drafter')));
create policy edit_item on app.agreement_items for update to payung_staff
  using ((select app.has_role('law-drafter')));
grant update (title_id, title_en, type, states, bodies, subjects, purposes, aim_id, aim_en, stage, instrument, form, field, model,
  citation, url, confidence, note_id, note_en, is_public, edited_at, edited_by, reference_hash, proposed, proposed_hash, version)
  on app.agreements to payung_staff;
grant update (from_stage, stage, on_date, reason_id, reason_en, citation, place) on app.agreement_stages to payung_staff;
grant update (content, due_on, note, struck_at, version) on app.agreement_items to payung_staff;

-- Visitors: what is signed, since when, the duties and their state. No log, no breach, no cost, no note.
create policy visitors on app.agreements for select to payung_public using (is_public);
create policy visitors on app.agreement_stages for select to payung_public
  using (agreement_id in (select a.id from app.agreements a where a.is_public));
create policy visitors on app.agreement_items for select to payung_public
  using (kind = 'duty' and struck_at is null and agreement_id in (select a.id from app.agreements a where a.is_public));
grant select (id, slug, title_id, title_en, type, states, bodies, subjects, purposes, aim_id, aim_en, stage, instrument, form, field,
  model, citation, url, confidence, note_id, note_en, is_public) on app.agreements to payung_public;
grant select (agreement_id, stage, on_date, citation, place) on app.agreement_stages to payung_public;
grant select (id, agreement_id, kind, content, struck_at) on app.agreement_items to payung_public;
