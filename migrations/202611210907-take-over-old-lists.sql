-- Old case lists of a body (the spreadsheet it kept so far). The file is sealed until a stated day; every row that was looked
-- at leaves one line, so that nothing is made twice and everything can be taken back.
create table app.list_imports (
  id uuid primary key,
  created_at timestamptz not null,
  org_id uuid not null references app.organisations (id),
  staff_id uuid not null references app.staff (id),
  state text not null default 'draft' check (state in ('draft', 'running', 'stopped', 'done', 'undone')),
  format text not null check (format in ('xlsx', 'csv')),
  source text not null check (length(source) between 3 and 200),
  file_digest bytea not null check (length(file_digest) = 32),
  known_rows text not null default 'skip' check (known_rows in ('skip', 'update')),
  key_id uuid not null references app.data_keys (id),
  file_sealed bytea,
  mapping_sealed bytea,
  total integer not null default 0 check (total between 0 and 20000),
  place integer not null default 0,
  made integer not null default 0,
  updated integer not null default 0,
  skipped integer not null default 0,
  left_out integer not null default 0,
  forget_at timestamptz not null,
  started_at timestamptz,
  moved_at timestamptz,
  done_at timestamptz,
  undone_at timestamptz,
  undone_by uuid references app.staff (id),
  version integer not null default 1,
  check ((state = 'draft') = (started_at is null)),
  check ((state in ('done', 'undone')) = (done_at is not null)),
  check ((state = 'undone') = (undone_at is not null)),
  check ((undone_at is null) = (undone_by is null)),
  check (state <> 'running' or (file_sealed is not null and mapping_sealed is not null))
);
comment on table app.list_imports is 'An old case list between its upload and its taking over, how far it came, and what became of it.';
comment on column app.list_imports.source is 'Which list it is, in the words of the body that kept it; never a person.';
comment on column app.list_imports.place is 'The last row of the file that was worked on: a run that was cut goes on behind it.';
comment on column app.list_imports.forget_at is 'From this day the bytes of the file are gone.';
create index list_imports_list_idx on app.list_imports (org_id, created_at desc); -- listImports
create index list_imports_running_idx on app.list_imports (moved_at) where state = 'running'; -- runs that were cut
create unique index list_imports_once_idx on app.list_imports (org_id, file_digest) where state in ('running', 'stopped', 'done'); -- the same file is not taken over twice
create index list_imports_forget_idx on app.list_imports (forget_at) where file_sealed is not null; -- files to be forgotten

create table app.list_import_rows (
  id uuid primary key,
  created_at timestamptz not null,
  import_id uuid not null references app.list_imports (id),
  org_id uuid not null references app.organisations (id),
  place integer not null check (place > 0),
  result text not null check (result in ('made', 'updated', 'skipped', 'left')),
  case_id uuid references app.cases (id),
  person_id uuid references app.persons (id),
  own_key bytea check (length(own_key) = 16),
  key_id uuid references app.data_keys (id),
  sealed bytea,
  before_sealed bytea,
  taken_back text check (taken_back in ('gone', 'kept')),
  unique (import_id, place),
  check (result in ('skipped', 'left') or taken_back = 'gone' or case_id is not null),
  check ((key_id is null) = (sealed is null))
);
comment on table app.list_import_rows is 'One row of an old list: what became of it, and, sealed under the key of the person, what it told. Reported by the list, verified by nobody.';
comment on column app.list_import_rows.own_key is 'Keyed hash of the number that the body itself gave, as a person chose it; a placeholder gives none.';
create index list_import_rows_own_idx on app.list_import_rows (org_id, own_key) where own_key is not null; -- the same row again
create index list_import_rows_case_idx on app.list_import_rows (case_id) where case_id is not null; -- where a case comes from

create table app.list_mappings (
  id uuid primary key,
  created_at timestamptz not null,
  org_id uuid not null references app.organisations (id),
  signature bytea not null check (length(signature) = 32),
  key_id uuid not null references app.data_keys (id),
  sealed bytea not null,
  used_at timestamptz not null,
  unique (org_id, signature)
);
comment on table app.list_mappings is 'What the columns of a list with these headings meant last time, offered again and decided anew by a person.';

do $$ declare t text; begin
  foreach t in array array['list_imports', 'list_import_rows', 'list_mappings'] loop
    execute format('call app.guard(%L)', 'app.' || t);
    execute format('call app.journaled(%L)', 'app.' || t);
  end loop;
end $$;

create policy supervisors on app.list_imports for select to payung_staff
  using (org_id = (select app.org()) and (select app.has_role('supervisor'))
    and (state <> 'draft' or staff_id = (select app.staff())));
-- A program of the body learns how far a list came; no word of it.
create policy programs on app.list_imports for select to payung_staff
  using (org_id = (select app.org()) and (select app.staff()) is null and (select app.reads_cases()) and state <> 'draft');
create policy start on app.list_imports for insert to payung_staff
  with check (org_id = (select app.org()) and staff_id = (select app.staff()) and (select app.has_role('supervisor'))
    and state = 'draft' and created_at = (select app.clock()) and forget_at <= (select app.clock()) + interval '31 days');
create policy step on app.list_imports for update to payung_staff
  using (org_id = (select app.org()) and (select app.has_role('supervisor'))
    and (state in ('running', 'stopped', 'done') or (state = 'draft' and staff_id = (select app.staff()))))
  with check (org_id = (select app.org()));
create policy throw_away on app.list_imports for delete to payung_staff
  using (org_id = (select app.org()) and staff_id = (select app.staff()) and state = 'draft' and (select app.has_role('supervisor')));
grant select, insert, delete on app.list_imports to payung_staff;
grant update (state, staff_id, known_rows, mapping_sealed, total, place, made, updated, skipped, left_out, started_at, moved_at,
  done_at, undone_at, undone_by, version) on app.list_imports to payung_staff;

-- A job looks for runs that were cut, stops those whose officer may no more, and forgets files whose day has come.
create policy look_after on app.list_imports for select to payung_job using (true);
create policy look_after_step on app.list_imports for update to payung_job
  using (state in ('running', 'stopped', 'done', 'undone')) with check (state in ('stopped', 'done', 'undone'));
create policy forget_old on app.list_imports for delete to payung_job using (state = 'draft' and forget_at <= app.clock());
grant select, delete on app.list_imports to payung_job;
grant update (state, file_sealed, mapping_sealed, version) on app.list_imports to payung_job;

create policy own_case on app.list_import_rows for select to payung_staff
  using (org_id = (select app.org()) and (select app.reads_cases()) and (case_id is null or app.can_open(case_id)));
create policy add on app.list_import_rows for insert to payung_staff
  with check (org_id = (select app.org()) and (select app.has_role('supervisor'))
    and (case_id is null or app.can_open(case_id))
    and import_id in (select i.id from app.list_imports i where i.staff_id = (select app.staff()) and i.state = 'running'));
grant select, insert on app.list_import_rows to payung_staff;

create policy own on app.list_mappings for select to payung_staff
  using (org_id = (select app.org()) and (select app.has_role('supervisor')));
create policy remember on app.list_mappings for insert to payung_staff
  with check (org_id = (select app.org()) and (select app.has_role('supervisor')));
create policy remember_anew on app.list_mappings for update to payung_staff
  using (org_id = (select app.org()) and (select app.has_role('supervisor'))) with check (org_id = (select app.org()));
grant select, insert on app.list_mappings to payung_staff;
grant update (sealed, used_at) on app.list_mappings to payung_staff;

-- ---- taking back, for every list that made cases ----
-- Somebody worked on the case after the moment at which a list made it, or the person stands in another file, or somebody
-- judged a likeness.
create function app.worked_on_since(wanted uuid, person uuid, since timestamptz) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select 1 from app.journal j where j.case_id = wanted and j.created_at > since
                   and j.actor_kind in ('staff', 'client', 'public'))
      or exists (select 1 from app.case_persons p where p.person_id = person and p.case_id <> wanted)
      or exists (select 1 from app.person_matches m where m.right_id = person and m.state <> 'open')
      or exists (select 1 from app.missing_matches m where m.subject_id = person and m.state <> 'open')
$$;
-- The case, the person and their keys, so that nothing can be read from a copy either; false when something else holds them.
create function app.unmake_case(wanted uuid, person uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from app.person_matches m where m.right_id = person or m.left_id = person;
  delete from app.body_hints h where h.person_id = person;
  delete from app.search_tokens s where s.subject_id = person or s.case_id = wanted;
  delete from app.timeline_entries t where t.case_id = wanted;
  delete from app.case_actors a where a.case_id = wanted;
  delete from app.tasks t where t.case_id = wanted;
  delete from app.case_persons p where p.case_id = wanted;
  delete from app.case_files f where f.case_id = wanted;
  delete from app.cases c where c.id = wanted;
  delete from app.persons p where p.id = person;
  update app.data_keys k set wrapped = null, destroyed_at = app.clock()
    where (k.subject_kind = 'case' and k.subject_id = wanted) or (k.subject_kind = 'person' and k.subject_id = person);
  return true;
exception when foreign_key_violation then return false;
end $$;

-- As before: all cases of one HTCDS file or none.
create or replace function app.take_back_htcds(wanted uuid) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare taken app.htcds_imports; each record;
begin
  select * into taken from app.htcds_imports i where i.id = wanted and i.org_id = app.org() and i.state = 'done' for update;
  if not found or not app.has_role('supervisor') then return 'not-found'; end if;
  perform 1 from app.cases c where c.id in (select r.case_id from app.htcds_records r where r.import_id = wanted) for update;
  if exists (select 1 from app.htcds_records r where r.import_id = wanted
               and app.worked_on_since(r.case_id, r.person_id, taken.done_at)) then
    return 'touched';
  end if;
  begin
    for each in select r.case_id, r.person_id from app.htcds_records r where r.import_id = wanted loop
      if not app.unmake_case(each.case_id, each.person_id) then
        raise exception using errcode = 'foreign_key_violation';
      end if;
    end loop;
  exception when foreign_key_violation then return 'touched';
  end;
  update app.htcds_imports i set state = 'undone', undone_at = app.clock(), undone_by = app.staff(), version = i.version + 1
    where i.id = wanted;
  return 'undone';
end $$;

-- Which rows of old lists somebody has worked on since: they are changed by no list and stay when it is taken back.
create function app.worked_on_rows(wanted uuid[]) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.id from app.list_import_rows r
  where r.id = any (wanted) and r.org_id = app.org() and app.has_role('supervisor') and r.case_id is not null
    and app.worked_on_since(r.case_id, r.person_id, r.created_at)
$$;

-- Undo of an old list: the cases that it made and that nobody worked on go, the others stay; `put_back` are the rows whose
-- change the program has undone. How many stayed.
create function app.take_back_list(wanted uuid, put_back uuid[]) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare each record; stayed integer;
begin
  perform 1 from app.list_imports i where i.id = wanted and i.org_id = app.org() and i.state in ('done', 'stopped') for update;
  if not found or not app.has_role('supervisor') then return null; end if;
  update app.list_import_rows r set taken_back = case when r.id = any (put_back) then 'gone' else 'kept' end
    where r.import_id = wanted and r.result = 'updated';
  select count(*) into stayed from app.list_import_rows r where r.import_id = wanted and r.taken_back = 'kept';
  for each in select r.* from app.list_import_rows r where r.import_id = wanted and r.result = 'made' order by r.place loop
    perform 1 from app.cases c where c.id = each.case_id for update;
    if app.worked_on_since(each.case_id, each.person_id, each.created_at) then
      update app.list_import_rows r set taken_back = 'kept' where r.id = each.id;
      stayed := stayed + 1;
      continue;
    end if;
    begin
      update app.list_import_rows r set taken_back = 'gone', case_id = null, person_id = null, own_key = null,
        key_id = null, sealed = null, before_sealed = null where r.id = each.id;
      if not app.unmake_case(each.case_id, each.person_id) then
        raise exception using errcode = 'foreign_key_violation';
      end if;
    exception when foreign_key_violation then
      update app.list_import_rows r set taken_back = 'kept' where r.id = each.id;
      stayed := stayed + 1;
    end;
  end loop;
  update app.list_imports i set state = 'undone', done_at = coalesce(i.done_at, app.clock()), undone_at = app.clock(),
    undone_by = app.staff(), version = i.version + 1 where i.id = wanted;
  return stayed;
end $$;

do $$ declare f text; begin
  foreach f in array array['app.worked_on_since(uuid, uuid, timestamptz)', 'app.unmake_case(uuid, uuid)',
    'app.worked_on_rows(uuid[])', 'app.take_back_list(uuid, uuid[])'] loop
    execute format('alter function %s owner to payung_system', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
grant execute on function app.worked_on_rows(uuid[]), app.take_back_list(uuid, uuid[]) to payung_staff;
do $$ declare t text; begin
  foreach t in array array['list_imports', 'list_import_rows', 'case_actors'] loop
    execute format('create policy take_back on app.%I to payung_system using (true) with check (true)', t);
    execute format('grant select on app.%I to payung_system', t);
  end loop;
end $$;
grant delete on app.case_actors to payung_system;
grant update (state, done_at, undone_at, undone_by, version) on app.list_imports to payung_system;
grant update (taken_back, case_id, person_id, own_key, key_id, sealed, before_sealed) on app.list_import_rows to payung_system;
