-- The directory: public facts about bodies and how to reach them. No table here has a column for an address, so no shelter can have one.

create table app.directory_rules (
  id smallint primary key default 1 check (id = 1),
  checked_within_days integer not null check (checked_within_days between 1 and 3650),
  version integer not null default 1
);
comment on table app.directory_rules is 'One row: for how many days a number counts as checked after a person tried it.';
insert into app.directory_rules (checked_within_days) values (180);

create table app.directory_bodies (
  id uuid primary key,
  created_at timestamptz not null,
  slug text not null unique check (slug ~ '^[a-z0-9-]+$'),
  kind text not null check (kind in ('body', 'mission', 'service', 'shelter', 'emergency')),
  form text not null default 'other',
  name_id text not null check (length(name_id) between 1 and 200),
  name_en text not null check (length(name_en) between 1 and 200),
  note text,
  org_id uuid references app.organisations (id),
  time_zone text,
  source_citation text not null,
  source_url text,
  confidence text not null check (confidence in ('verified', 'secondary', 'unverified')),
  reference_hash text,
  state text not null default 'live' check (state in ('draft', 'live', 'refused')),
  proposed_by uuid references app.staff (id),
  decided_by uuid references app.staff (id),
  decided_at timestamptz,
  ended_at timestamptz,
  version integer not null default 1,
  check (decided_by is null or decided_by is distinct from proposed_by),
  check (state = 'draft' or proposed_by is null or decided_by is not null)
);
comment on table app.directory_bodies is 'Bodies, missions, services, shelters and the emergency lines of countries. Public facts; a shelter has a name and no place.';
comment on column app.directory_bodies.form is 'What sort of body (ministry, mission, ngo …): the words that say what it does hang on it.';
comment on column app.directory_bodies.reference_hash is 'What the reference file said when it was last loaded; an upgrade compares with this, not with local edits.';
create index directory_bodies_list_idx on app.directory_bodies (kind, name_id) where ended_at is null; -- the directory page

create table app.directory_services (
  id uuid primary key,
  created_at timestamptz not null,
  body_id uuid not null references app.directory_bodies (id),
  name_id text not null,
  name_en text not null,
  for_whom text,
  languages text,
  cost text,
  documents text,
  hours text,
  secret_place boolean not null default false,
  meeting_point text,
  how_brought text,
  source_citation text not null,
  source_url text,
  confidence text not null check (confidence in ('verified', 'secondary', 'unverified')),
  state text not null default 'live' check (state in ('draft', 'live', 'refused')),
  proposed_by uuid references app.staff (id),
  decided_by uuid references app.staff (id),
  decided_at timestamptz,
  ended_at timestamptz,
  version integer not null default 1,
  check (decided_by is null or decided_by is distinct from proposed_by),
  check (state = 'draft' or proposed_by is null or decided_by is not null),
  check (secret_place or (meeting_point is null and how_brought is null))
);
comment on table app.directory_services is 'What a body does for whom. secret_place: nobody is told where it is; a person is brought there from a meeting point described in words.';
create index directory_services_body_idx on app.directory_services (body_id); -- the services of one body

create table app.directory_coverage (
  id uuid primary key,
  created_at timestamptz not null,
  body_id uuid not null references app.directory_bodies (id),
  country text not null check (country ~ '^([A-Z]{2}|\*)$'),
  district text check (district ~ '^\d{2}(\.\d{2})?$'),
  unique nulls not distinct (body_id, country, district)
);
comment on table app.directory_coverage is 'Which place a body answers for: a country (* is every destination) or a province or district of Indonesia.';
create index directory_coverage_place_idx on app.directory_coverage (country, district); -- who answers for this place

create table app.directory_changes (
  id uuid primary key,
  created_at timestamptz not null,
  body_id uuid not null references app.directory_bodies (id),
  contact_id uuid,
  action text not null check (action in ('add', 'change', 'check', 'end')),
  type text check (type in ('phone', 'whatsapp', 'email', 'web', 'freephone')),
  before_value text,
  after_value text check (length(after_value) between 2 and 300),
  source text not null check (length(source) between 1 and 500),
  source_date text,
  how_checked text check (how_checked in ('called', 'wrote', 'visited', 'told-by-body')),
  from_reference boolean not null default false,
  proposed_by uuid references app.staff (id),
  proposed_org uuid references app.organisations (id),
  state text not null default 'waiting' check (state in ('waiting', 'confirmed', 'refused', 'overtaken')),
  decided_by uuid references app.staff (id),
  decided_at timestamptz,
  check ((proposed_by is null) = from_reference),
  check (decided_by is distinct from proposed_by or decided_by is null),
  check ((state in ('confirmed', 'refused')) = (decided_by is not null)),
  check (action <> 'check' or how_checked is not null),
  check (action in ('check', 'end') or after_value is not null)
);
comment on table app.directory_changes is 'Proposed by one reader, decided by another. from_reference: a newer reference file differs from a local edit, which stays until somebody decides.';
create index directory_changes_waiting_idx on app.directory_changes (body_id, created_at) where state = 'waiting'; -- what waits for a second reader
create unique index directory_changes_reference_idx on app.directory_changes (contact_id, after_value) where from_reference; -- an upgrade proposes a difference once

create table app.directory_contacts (
  id uuid primary key,
  created_at timestamptz not null,
  body_id uuid not null references app.directory_bodies (id),
  type text not null check (type in ('phone', 'whatsapp', 'email', 'web', 'freephone')),
  value text not null check (length(value) between 2 and 300),
  note text,
  note_en text,
  source_citation text not null,
  source_url text,
  source_date text,
  confidence text not null check (confidence in ('verified', 'secondary', 'unverified')),
  checked_by uuid references app.staff (id),
  checked_at timestamptz,
  how_checked text,
  confirmed_by uuid references app.staff (id),
  valid_until timestamptz,
  reference_key text unique,
  reference_value text,
  changed_by uuid references app.directory_changes (id),
  ended_at timestamptz,
  version integer not null default 1,
  check ((checked_at is null) = (checked_by is null)),
  check ((checked_at is null) = (valid_until is null)),
  check ((checked_at is null) = (confirmed_by is null)),
  check (confirmed_by is distinct from checked_by or confirmed_by is null)
);
comment on table app.directory_contacts is 'Ways to reach a body. Certain for the public only between checked_at and valid_until, after two persons. The role behind the public site reads no other row.';
comment on column app.directory_contacts.reference_value is 'What the reference file said when it was last loaded; value differs from it only after a local edit.';
create index directory_contacts_body_idx on app.directory_contacts (body_id) where ended_at is null; -- the ways to reach one body
alter table app.directory_changes add constraint directory_changes_contact_fk foreign key (contact_id) references app.directory_contacts (id) deferrable initially deferred;

-- One path changes a contact: a proposal that another person confirmed in this transaction. Staff write to no contact by hand.
create function app.guard_directory_contacts() returns trigger language plpgsql as $$
declare change app.directory_changes;
begin
  if current_setting('role', true) is distinct from 'payung_staff' then return new; end if;
  select * into change from app.directory_changes c where c.id = new.changed_by;
  if change.id is null or change.state <> 'confirmed' or change.decided_by is distinct from app.staff()
     or change.decided_at is distinct from app.clock() or change.contact_id is distinct from new.id or change.body_id <> new.body_id
     or new.value is distinct from coalesce(change.after_value, change.before_value)
     or (tg_op = 'UPDATE' and change.id is not distinct from old.changed_by)
     or (new.checked_at is not null and (change.how_checked is null or new.checked_by is distinct from change.proposed_by
         or new.confirmed_by is distinct from app.staff() or new.valid_until > app.clock() + make_interval(days => (select checked_within_days from app.directory_rules)))) then
    raise exception 'a contact changes only by a proposal that a second person confirmed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger guard_directory_contacts before insert or update on app.directory_contacts for each row execute function app.guard_directory_contacts();

do $$ declare t text; begin
  foreach t in array array['directory_rules','directory_bodies','directory_services','directory_coverage','directory_changes','directory_contacts'] loop
    execute format('call app.guard(%L)', 'app.' || t);
    execute format('call app.journaled(%L)', 'app.' || t);
    execute format('grant update on app.%I to payung_keep', t); -- loading the reference
    if t <> 'directory_changes' then
      execute format('create policy public_facts on app.%I for select to payung_staff using (true)', t);
      execute format('grant select on app.%I to payung_staff', t);
    end if;
  end loop;
  foreach t in array array['directory_bodies','directory_services'] loop
    execute format('create policy visitors on app.%I for select to payung_public using (state = ''live'' and ended_at is null)', t);
    execute format('create policy propose on app.%I for insert to payung_staff with check (state = ''draft'' and proposed_by = (select app.staff()) and decided_by is null
      and (select app.has_role(''intake-officer'', ''caseworker'', ''supervisor'', ''organisation-admin'', ''installation-admin'')))', t);
    execute format('create policy decide on app.%I for update to payung_staff using (state = ''draft'' and (select app.has_role(''supervisor'')) and proposed_by <> (select app.staff()))
      with check (decided_by = (select app.staff()) and state in (''live'', ''refused''))', t);
    execute format('grant insert, update (state, decided_by, decided_at, version) on app.%I to payung_staff', t);
  end loop;
  foreach t in array array['directory_coverage'] loop
    execute format('create policy visitors on app.%I for select to payung_public using (true)', t);
    execute format('grant select on app.%I to payung_public', t);
  end loop;
end $$;
grant select (id, created_at, slug, kind, form, name_id, name_en, state, ended_at) on app.directory_bodies to payung_public;
grant select (id, created_at, body_id, name_id, name_en, for_whom, languages, cost, documents, hours, secret_place, meeting_point, how_brought, state, ended_at)
  on app.directory_services to payung_public;
create policy propose on app.directory_coverage for insert to payung_staff
  with check (body_id in (select id from app.directory_bodies where state = 'draft' and proposed_by = (select app.staff())));
grant insert on app.directory_coverage to payung_staff;

-- A visitor sees numbers that two persons checked in time. The two that /bahaya may show unchecked come from the dated files, not from here.
create policy checked_only on app.directory_contacts for select to payung_public
  using (ended_at is null and valid_until > (select app.clock()));
grant select (id, created_at, body_id, type, value, note, note_en, source_citation, source_url, source_date, confidence, checked_at, valid_until, ended_at)
  on app.directory_contacts to payung_public;
create policy second_reader_add on app.directory_contacts for insert to payung_staff with check ((select app.has_role('supervisor')));
create policy second_reader_edit on app.directory_contacts for update to payung_staff using ((select app.has_role('supervisor'))) with check (true);
grant insert on app.directory_contacts to payung_staff;
grant update (type, value, source_citation, source_url, source_date, confidence, checked_by, checked_at, how_checked, confirmed_by, valid_until, changed_by, ended_at, version)
  on app.directory_contacts to payung_staff;

create policy readers on app.directory_changes for select to payung_staff using (true);
create policy propose on app.directory_changes for insert to payung_staff
  with check (proposed_by = (select app.staff()) and proposed_org = (select app.org()) and not from_reference and state = 'waiting'
    and (select app.has_role('intake-officer', 'caseworker', 'supervisor', 'organisation-admin', 'installation-admin')));
create policy decide on app.directory_changes for update to payung_staff
  using (state = 'waiting' and (select app.has_role('supervisor')) and proposed_by is distinct from (select app.staff()))
  with check (decided_by = (select app.staff()) and state in ('confirmed', 'refused'));
grant select, insert on app.directory_changes to payung_staff;
grant update (state, decided_by, decided_at, contact_id) on app.directory_changes to payung_staff;
