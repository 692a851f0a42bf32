-- The law as data: releases of the reference files, edits by two readers, and an index to search the release in force.
-- Nothing here is about a person in need; the public reads the index, staff read all, drafters write.

create table app.law_releases (
  id uuid primary key,
  created_at timestamptz not null,
  label text not null unique check (length(label) between 1 and 80),
  origin text not null check (origin in ('shipped', 'made-here', 'imported')),
  content_hash text not null,
  files jsonb not null,
  shipped_id uuid references app.law_releases (id),
  before_id uuid references app.law_releases (id),
  made_by uuid references app.staff (id),
  note text check (length(note) <= 2000),
  check ((origin = 'shipped') = (made_by is null)),
  check ((origin = 'shipped') = (shipped_id is null))
);
comment on table app.law_releases is 'Whole sets of the reference files as they were in force. Never changed; the current one is the authority for the rulebook and the public.';
comment on column app.law_releases.shipped_id is 'The delivered files that this release was made upon: an upgrade compares with them.';
comment on column app.law_releases.files is 'Name of the file to its content, as JSON.';
create index law_releases_shipped_idx on app.law_releases (shipped_id); -- foreign key
create unique index law_releases_hash_idx on app.law_releases (content_hash) where origin = 'shipped'; -- one delivery is brought in once

create table app.law_current (
  id smallint primary key default 1 check (id = 1),
  release_id uuid not null references app.law_releases (id),
  since timestamptz not null,
  by_staff uuid references app.staff (id),
  version integer not null default 1
);
comment on table app.law_current is 'One row: the release in force.';

create table app.law_edits (
  id uuid primary key,
  created_at timestamptz not null,
  file text not null check (length(file) <= 100),
  collection text not null check (length(collection) <= 100),
  key text not null check (length(key) <= 300),
  base jsonb,
  content jsonb,
  reason text not null check (length(reason) between 1 and 2000),
  from_release uuid references app.law_releases (id),
  author uuid references app.staff (id),
  author_org uuid references app.organisations (id),
  state text not null default 'waiting' check (state in ('waiting', 'confirmed', 'refused', 'withdrawn', 'released')),
  reader uuid references app.staff (id),
  decided_at timestamptz,
  reader_reason text check (length(reader_reason) <= 2000),
  release_id uuid references app.law_releases (id),
  version integer not null default 1,
  check ((author is null) = (from_release is not null)),
  check ((author is null) = (author_org is null)),
  check (reader is distinct from author or reader is null),
  check ((state in ('confirmed', 'refused', 'released')) = (reader is not null)),
  check ((reader is null) = (decided_at is null)),
  check (state <> 'refused' or length(reader_reason) > 0),
  check ((state = 'released') = (release_id is not null)),
  check (base is not null or content is not null)
);
comment on table app.law_edits is 'One changed entry of the law files: who wrote it and who read it second. Law only from the next release on.';
comment on column app.law_edits.base is 'The entry as the author saw it; null for a new one.';
comment on column app.law_edits.content is 'The entry as it should stand; null takes it out.';
comment on column app.law_edits.from_release is 'A newer delivery differs from a local edit: its text is proposed and the local one stays until somebody decides.';
create unique index law_edits_open_idx on app.law_edits (file, collection, key) where state in ('waiting', 'confirmed'); -- one open edit of an entry at a time
create index law_edits_list_idx on app.law_edits (state, created_at); -- the list of edits
create index law_edits_release_idx on app.law_edits (release_id) where release_id is not null; -- what a release brought

create table app.law_index (
  place text primary key check (length(place) <= 400),
  kind text not null check (kind in ('instrument', 'article', 'norm', 'statement', 'erratum')),
  instrument text,
  article text,
  level text,
  states text[] not null default '{}',
  topics text[] not null default '{}',
  title_id text not null,
  title_en text not null,
  body_id text not null default '',
  body_en text not null default '',
  confidence text not null check (confidence in ('verified', 'secondary', 'unverified')),
  valid_from date,
  valid_until date,
  start_known boolean not null,
  words tsvector not null generated always as (
    setweight(to_tsvector('indonesian', title_id), 'A') || setweight(to_tsvector('english', title_en), 'A')
    || setweight(to_tsvector('simple', title_id || ' ' || title_en), 'A')
    || setweight(to_tsvector('indonesian', body_id), 'C') || setweight(to_tsvector('english', body_en), 'C')
    || setweight(to_tsvector('simple', body_id || ' ' || body_en), 'D')) stored
);
comment on table app.law_index is 'The release in force, one row for each instrument, article, norm, statement and error in circulation: what the search reads.';
comment on column app.law_index.start_known is 'False where nobody read the first day: "in force on this date" then answers "unclear".';
create index law_index_words_idx on app.law_index using gin (words); -- full text
create index law_index_topics_idx on app.law_index using gin (topics); -- by topic
create index law_index_states_idx on app.law_index using gin (states); -- by state
create index law_index_instrument_idx on app.law_index (instrument, article); -- by article

do $$ declare t text; begin
  foreach t in array array['law_releases', 'law_current', 'law_edits', 'law_index'] loop
    execute format('call app.guard(%L)', 'app.' || t);
    execute format('create policy readers on app.%I for select to payung_staff using (true)', t);
    execute format('grant select on app.%I to payung_staff', t);
  end loop;
  foreach t in array array['law_releases', 'law_current', 'law_edits'] loop
    execute format('call app.journaled(%L)', 'app.' || t);
  end loop;
end $$;

create policy visitors on app.law_index for select to payung_public using (true);
grant select on app.law_index to payung_public;
create policy followers on app.law_current for select to payung_job using (true);
create policy followers on app.law_releases for select to payung_job using (true);
grant select on app.law_current, app.law_releases to payung_job;

create policy make on app.law_releases for insert to payung_staff
  with check (origin <> 'shipped' and made_by = (select app.staff()) and (select app.has_role('law-drafter')));
create policy switch on app.law_current for update to payung_staff
  using ((select app.has_role('law-drafter'))) with check (by_staff = (select app.staff()));
create policy index_add on app.law_index for insert to payung_staff with check ((select app.has_role('law-drafter')));
create policy index_clear on app.law_index for delete to payung_staff using ((select app.has_role('law-drafter')));
create policy write_edit on app.law_edits for insert to payung_staff
  with check (author = (select app.staff()) and author_org = (select app.org()) and state = 'waiting' and (select app.has_role('law-drafter')));
create policy decide on app.law_edits for update to payung_staff
  using (state in ('waiting', 'confirmed') and (select app.has_role('law-drafter')))
  with check (case state
    when 'confirmed' then reader = (select app.staff()) and author is distinct from (select app.staff())
    when 'refused' then reader = (select app.staff()) and author is distinct from (select app.staff())
    when 'withdrawn' then author is not distinct from (select app.staff())
    when 'released' then reader is not null and release_id is not null
    else false end);
grant insert on app.law_releases, app.law_edits to payung_staff;
grant insert, delete on app.law_index to payung_staff;
grant update (release_id, since, by_staff, version) on app.law_current to payung_staff;
grant update (state, reader, decided_at, reader_reason, release_id, version) on app.law_edits to payung_staff;
grant update on app.law_current to payung_keep;
grant update (state, release_id, version) on app.law_edits to payung_keep;
grant delete on app.law_index to payung_keep;

create function app.guard_law_edits() returns trigger language plpgsql as $$
begin
  if new.state = 'released' and old.state <> 'confirmed' then
    raise exception 'only an edit that a second reader confirmed goes into a release' using errcode = 'restrict_violation';
  end if;
  if new.state = 'confirmed' and old.state <> 'waiting' then
    raise exception 'this edit waits for nobody' using errcode = 'restrict_violation';
  end if;
  if new.state = 'released' and (new.reader, new.decided_at) is distinct from (old.reader, old.decided_at) then
    raise exception 'the second reader stays who he was' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger guard_law_edits before update on app.law_edits for each row execute function app.guard_law_edits();
