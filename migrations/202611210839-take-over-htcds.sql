-- Files of HTCDS 2.0 (the IOM data standard for trafficking cases) that come in. A draft is sealed and belongs to whoever
-- uploaded it; what was taken over keeps, sealed beside the case, the record as the other body told it.
create table app.htcds_imports (
  id uuid primary key,
  created_at timestamptz not null,
  org_id uuid not null references app.organisations (id),
  staff_id uuid not null references app.staff (id),
  state text not null default 'draft' check (state in ('draft', 'done', 'undone')),
  format text not null check (format in ('xlsx', 'csv', 'json', 'xml')),
  source text not null check (length(source) between 3 and 200),
  certainty text not null check (certainty in ('certain', 'likely', 'possible', 'doubtful', 'unknown')),
  true_row text check (true_row in ('names', 'labels')),
  date_order text check (date_order in ('day-first', 'month-first')),
  file_digest bytea not null check (length(file_digest) = 32),
  records integer check (records between 1 and 1000),
  key_id uuid not null references app.data_keys (id),
  cells_sealed bytea,
  done_at timestamptz,
  undone_at timestamptz,
  undone_by uuid references app.staff (id),
  version integer not null default 1,
  check ((state = 'draft') = (done_at is null)),
  check ((state = 'draft') = (cells_sealed is not null)),
  check ((state = 'draft') = (records is null)),
  check ((state = 'undone') = (undone_at is not null)),
  check ((undone_at is null) = (undone_by is null))
);
comment on table app.htcds_imports is 'A file of HTCDS 2.0 between its upload and its taking over, and what came of it. The cells are gone after it.';
comment on column app.htcds_imports.source is 'The body that made the file; never a person.';
comment on column app.htcds_imports.true_row is 'Which row of the head is true for the address, as a person answered: the standard''s own workbooks contradict themselves.';
create index htcds_imports_list_idx on app.htcds_imports (org_id, created_at desc); -- listImports
create unique index htcds_imports_draft_idx on app.htcds_imports (staff_id) where state = 'draft'; -- one draft at a time for each officer
create unique index htcds_imports_once_idx on app.htcds_imports (org_id, file_digest) where state = 'done'; -- the same file is not taken over twice

create table app.htcds_records (
  id uuid primary key,
  created_at timestamptz not null,
  import_id uuid not null references app.htcds_imports (id),
  case_id uuid not null references app.cases (id) on delete cascade,
  person_id uuid not null references app.persons (id),
  org_id uuid not null references app.organisations (id),
  place integer not null check (place > 0),
  key_id uuid not null references app.data_keys (id),
  sealed bytea not null,
  unique (case_id, person_id)
);
comment on table app.htcds_records is 'One record as another body told it: reported, decided by nobody here. Passed on at export where the case says nothing else.';
create index htcds_records_import_idx on app.htcds_records (import_id); -- the cases of one import

do $$ declare t text; begin
  foreach t in array array['htcds_imports', 'htcds_records'] loop
    execute format('call app.guard(%L)', 'app.' || t);
    execute format('call app.journaled(%L)', 'app.' || t);
  end loop;
end $$;

create policy supervisors on app.htcds_imports for select to payung_staff
  using (org_id = (select app.org()) and (select app.has_role('supervisor'))
    and (state <> 'draft' or staff_id = (select app.staff())));
create policy start on app.htcds_imports for insert to payung_staff
  with check (org_id = (select app.org()) and staff_id = (select app.staff()) and (select app.has_role('supervisor'))
    and state = 'draft' and created_at = (select app.clock()));
create policy step on app.htcds_imports for update to payung_staff
  using (org_id = (select app.org()) and (select app.has_role('supervisor'))
    and ((state = 'draft' and staff_id = (select app.staff())) or state = 'done'))
  with check (org_id = (select app.org()));
create policy throw_away on app.htcds_imports for delete to payung_staff
  using (org_id = (select app.org()) and staff_id = (select app.staff()) and state = 'draft' and (select app.has_role('supervisor')));
grant select, insert, delete on app.htcds_imports to payung_staff;
grant update (state, true_row, date_order, records, cells_sealed, done_at, undone_at, undone_by, version) on app.htcds_imports to payung_staff;

-- Drafts that nobody took over hold names: a job throws them away.
create policy forget on app.htcds_imports for select to payung_job using (true);
create policy forget_old on app.htcds_imports for delete to payung_job
  using (state = 'draft' and created_at < app.clock() - interval '6 days');
grant select, delete on app.htcds_imports to payung_job;

create policy own_case on app.htcds_records for select to payung_staff
  using (org_id = (select app.org()) and (select app.reads_cases()) and app.can_open(case_id));
create policy add on app.htcds_records for insert to payung_staff
  with check (org_id = (select app.org()) and (select app.has_role('supervisor')) and app.can_open(case_id)
    and import_id in (select i.id from app.htcds_imports i where i.staff_id = (select app.staff())));
grant select, insert on app.htcds_records to payung_staff;

-- Undo: all cases of one import, and only while nobody has worked on any of them. The journal keeps what happened; the keys
-- are destroyed, so that nothing can be read from a copy either.
create function app.take_back_htcds(wanted uuid) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare taken app.htcds_imports; cases uuid[]; persons uuid[];
begin
  select * into taken from app.htcds_imports i where i.id = wanted and i.org_id = app.org() and i.state = 'done' for update;
  if not found or not app.has_role('supervisor') then return 'not-found'; end if;
  select coalesce(array_agg(r.case_id), '{}'), coalesce(array_agg(r.person_id), '{}') into cases, persons
    from app.htcds_records r where r.import_id = wanted;
  perform 1 from app.cases c where c.id = any (cases) for update;
  if exists (select 1 from app.journal j where j.case_id = any (cases) and j.created_at > taken.done_at
               and j.actor_kind in ('staff', 'client', 'public'))
     or exists (select 1 from app.case_persons p where p.person_id = any (persons) and p.case_id <> all (cases))
     or exists (select 1 from app.person_matches m where m.right_id = any (persons) and m.state <> 'open')
     or exists (select 1 from app.missing_matches m where m.subject_id = any (persons) and m.state <> 'open') then
    return 'touched';
  end if;
  begin
    delete from app.person_matches m where m.right_id = any (persons) or m.left_id = any (persons);
    delete from app.body_hints h where h.person_id = any (persons);
    delete from app.search_tokens s where s.subject_id = any (persons) or s.case_id = any (cases);
    delete from app.timeline_entries t where t.case_id = any (cases);
    delete from app.tasks t where t.case_id = any (cases);
    delete from app.case_persons p where p.case_id = any (cases);
    delete from app.case_files f where f.case_id = any (cases);
    delete from app.cases c where c.id = any (cases);
    delete from app.persons p where p.id = any (persons);
  exception when foreign_key_violation then return 'touched';
  end;
  update app.data_keys k set wrapped = null, destroyed_at = app.clock()
    where (k.subject_kind = 'case' and k.subject_id = any (cases)) or (k.subject_kind = 'person' and k.subject_id = any (persons));
  update app.htcds_imports i set state = 'undone', undone_at = app.clock(), undone_by = app.staff(), version = i.version + 1
    where i.id = wanted;
  return 'undone';
end $$;
alter function app.take_back_htcds(uuid) owner to payung_system;
revoke all on function app.take_back_htcds(uuid) from public;
grant execute on function app.take_back_htcds(uuid) to payung_staff;
do $$ declare t text; begin
  foreach t in array array['person_matches', 'body_hints', 'search_tokens', 'timeline_entries', 'tasks', 'case_persons', 'case_files',
    'cases', 'persons', 'htcds_imports', 'htcds_records', 'missing_matches', 'data_keys', 'journal'] loop
    execute format('create policy take_back on app.%I to payung_system using (true) with check (true)', t);
    execute format('grant select on app.%I to payung_system', t);
  end loop;
  foreach t in array array['person_matches', 'body_hints', 'search_tokens', 'timeline_entries', 'tasks', 'case_persons', 'case_files',
    'cases', 'persons'] loop
    execute format('grant delete on app.%I to payung_system', t);
  end loop;
end $$;
grant update on app.cases to payung_system; -- a row is locked before it goes
grant update (wrapped, destroyed_at) on app.data_keys to payung_system;
grant update (state, undone_at, undone_by, version) on app.htcds_imports to payung_system;
